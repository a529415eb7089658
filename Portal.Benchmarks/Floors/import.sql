-- What is left of an import when nothing is checked, nobody is told what would change and nothing can be undone:
-- the rows into a table, then into the staff list. Run by the sqlite3 command after ".import" has filled "staged".
BEGIN IMMEDIATE;
CREATE TEMP TABLE wanted AS
SELECT number, name, lower(email) AS email, title, substr(started, 7, 4) || '-' || substr(started, 4, 2) || '-' || substr(started, 1,
    2) AS started, randomblob(16) AS staff
FROM staged;

INSERT INTO JobTitles (Id, PartnershipId, AgencyId, Title)
SELECT randomblob(16), x'{partnership}', x'{agency}', title FROM wanted GROUP BY title
ON CONFLICT (AgencyId, Title) DO NOTHING;

INSERT INTO Staff (Id, PartnershipId, Name, Email, Version)
SELECT staff, x'{partnership}', name, email, 0 FROM wanted WHERE TRUE
ON CONFLICT (PartnershipId, Email) DO UPDATE SET Name = excluded.Name, Version = Version + 1 WHERE Name <> excluded.Name;

UPDATE Posts SET JobTitleId = t.Id, StartedOn = w.started, Version = Posts.Version + 1
FROM wanted w JOIN JobTitles t ON t.AgencyId = x'{agency}' AND t.Title = w.title
WHERE Posts.AgencyId = x'{agency}' AND Posts.EmployeeNumber = w.number AND (Posts.JobTitleId <> t.Id OR Posts.StartedOn <> w.started);

INSERT INTO Posts (Id, PartnershipId, AgencyId, StaffId, JobTitleId, EmployeeNumber, StartedOn, Version)
SELECT randomblob(16), x'{partnership}', x'{agency}', s.Id, t.Id, w.number, w.started, 0
FROM wanted w
JOIN Staff s ON s.PartnershipId = x'{partnership}' AND s.Email = w.email
JOIN JobTitles t ON t.AgencyId = x'{agency}' AND t.Title = w.title
WHERE NOT EXISTS (SELECT 1 FROM Posts p WHERE p.AgencyId = x'{agency}' AND p.EmployeeNumber = w.number);

DROP TABLE staged;
COMMIT;
