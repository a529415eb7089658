-- What C# has decided about some rows, where SQL finds it.

-- name: Begin
DROP TABLE IF EXISTS "Answers";
CREATE TEMP TABLE "Answers" ("Number" integer PRIMARY KEY, "Text" text, "Flag" boolean);

-- name: Empty
DELETE FROM "Answers";
