-- The people on staff lists who are really those who uploaded or applied the file.

-- name: Begin
DROP TABLE IF EXISTS "Own";
CREATE TEMP TABLE "Own" ("StaffId" {id});
