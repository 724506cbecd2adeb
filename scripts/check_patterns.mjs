// Ask recheck about patterns: node check_patterns.mjs FOLDER PATTERNS.json; PATTERNS.json.out gets a line of JSON for each, in their order.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file] = process.argv.slice(2);
const { check } = createRequire(join(folder, "package.json"))("recheck");
const patterns = JSON.parse(readFileSync(file, "utf8"));
const answers = new Array(patterns.length);
let next = 0;

async function work() {
  while (next < patterns.length) {
    const i = next++;
    const { source, flags } = patterns[i];
    const start = Date.now();
    const found = await check(source, flags, { timeout: 120000, maxNFASize: 200000, maxRepeatCount: 60, randomSeed: 0 });
    answers[i] = {
      status: found.status,
      complexity: found.complexity ? found.complexity.summary : "",
      checker: found.checker ?? "",
      error: found.error ? `${found.error.kind} ${found.error.message ?? ""}` : "",
      attack: found.attack ? found.attack.pattern : "",
      seconds: (Date.now() - start) / 1000,
    };
  }
}

await Promise.all([work(), work()]);
writeFileSync(`${file}.out`, answers.map((answer) => JSON.stringify(answer)).join("\n"));
process.exit(0);
