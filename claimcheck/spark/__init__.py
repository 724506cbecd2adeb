"""The engine for an archive: the same functions as on one machine, called by Apache Spark on batches of Arrow rows."""
