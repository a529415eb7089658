-- The figures of every standard in force on @day, for all partnerships at once (no profile holds returns, so theirs are empty). It
-- knows the shape of the default
-- framework (a ladder), keeps what it needs twice in temporary tables, and reads each person's records once.

DROP TABLE IF EXISTS temp.lv;
DROP TABLE IF EXISTS temp.need;
DROP TABLE IF EXISTS temp.best;
DROP TABLE IF EXISTS temp.head;
DROP TABLE IF EXISTS temp.starter;
DROP TABLE IF EXISTS temp.measured;
DROP TABLE IF EXISTS temp.result;

BEGIN IMMEDIATE;

-- Levels of the framework in force, with what their rules mean on the day.
CREATE TEMP TABLE lv AS
SELECT x.*,
  CASE WHEN lasts IS NULL THEN '0001-01-01'
       WHEN date(date(@day, '-' || lasts || ' months', 'floor'), '+' || lasts || ' months', 'floor') >= @day THEN date(@day,
           '-' || lasts || ' months', 'floor')
       ELSE date(@day, '-' || lasts || ' months', 'floor', '+1 day') END AS earliest,
  CASE WHEN date(date(year_ago, '-' || due || ' months', 'floor'), '+' || due || ' months', 'floor') >= year_ago THEN date(year_ago,
      '-' || due || ' months', 'floor')
       ELSE date(year_ago, '-' || due || ' months', 'floor', '+1 day') END AS starts_from,
  CASE WHEN date(date(@day, '-' || due || ' months', 'floor'), '+' || due || ' months', 'floor') >= @day THEN date(@day,
      '-' || due || ' months', 'floor')
       ELSE date(@day, '-' || due || ' months', 'floor', '+1 day') END AS starts_before
FROM (
  SELECT p.Id AS partnership, f.Id AS framework, l.Number AS level, l.RefreshMonths AS lasts, l.DueMonths AS due,
      (l.RequiresLower AND NOT l.StandAlone) AS climbs,
    row_number() OVER (PARTITION BY p.Id ORDER BY l.Number) - 1 AS below, date(@day, '-12 months', 'floor') AS year_ago
  FROM Partnerships p
  JOIN Frameworks f ON f.Id = (SELECT v.Id FROM Frameworks v WHERE v.PartnershipId = p.Id AND v.Code = p.FrameworkCode
      AND v.State = 'Published' AND v.EffectiveFrom <= @day ORDER BY v.EffectiveFrom DESC LIMIT 1)
  JOIN Levels l ON l.FrameworkId = f.Id) x;

-- Everyone in post, once for each agency, with the level that their jobs there need.
CREATE TEMP TABLE need AS
SELECT o.PartnershipId AS partnership, o.AgencyId AS agency, o.StaffId AS staff, max(q.LevelNumber) AS level,
    sum(q.LevelNumber IS NULL) AS unmapped, min(o.StartedOn) AS started
FROM Posts o
JOIN JobTitles t ON t.Id = o.JobTitleId
LEFT JOIN LevelRequirements q ON q.JobRoleId = t.JobRoleId AND q.FrameworkId IN (SELECT framework FROM lv)
WHERE (o.LeftOn IS NULL OR o.LeftOn > @day) AND (o.StartedOn IS NULL OR o.StartedOn <= @day)
GROUP BY o.PartnershipId, o.AgencyId, o.StaffId;

-- For each person, the highest level that counts on the day, and the highest ever held.
CREATE TEMP TABLE best (staff BLOB PRIMARY KEY, holds INTEGER, ever INTEGER) WITHOUT ROWID;
INSERT INTO best
SELECT staff, max(CASE WHEN now AND (NOT climbs OR lower = below) THEN level END), max(level)
FROM (
  SELECT h.*, count(*) OVER (PARTITION BY staff ORDER BY level) - 1 AS lower
  FROM (
    SELECT r.StaffId AS staff, r.LevelNumber AS level, l.climbs, l.below,
        max(r.AchievedOn >= l.earliest AND (r.EndsOn IS NULL OR r.EndsOn >= @day)) AS now
    FROM TrainingRecords r JOIN (SELECT DISTINCT level, climbs, below, earliest FROM lv) l ON l.level = r.LevelNumber
    WHERE r.State = 'Verified' AND r.AchievedOn <= @day
    GROUP BY r.StaffId, r.LevelNumber) h)
GROUP BY staff;

CREATE TEMP TABLE head AS
SELECT n.agency, n.level, count(*) AS people, sum(coalesce(b.holds >= n.level, 0)) AS holding, sum(coalesce(b.ever >= n.level, 0)) AS ever,
    sum(n.unmapped = 0) AS mapped
FROM need n LEFT JOIN best b ON b.staff = n.staff
GROUP BY n.agency, n.level;

-- Starters whose last day to reach their level passed in the last year.
CREATE TEMP TABLE starter AS
SELECT n.partnership, n.agency, n.staff, n.level, date(n.started, '+' || l.due || ' months', 'floor') AS due
FROM need n JOIN lv l ON l.partnership = n.partnership AND l.level = n.level
WHERE n.started >= l.starts_from AND n.started < l.starts_before;

CREATE TEMP TABLE measured AS
SELECT agency, 'StaffAtRequiredLevel' AS measure, level, holding AS numerator, people AS denominator, NULL AS outcome, NULL AS note
    FROM head WHERE level IS NOT NULL
UNION ALL
SELECT agency, 'RefresherInDate', 0, sum(holding), sum(ever), NULL, NULL FROM head GROUP BY agency
UNION ALL
SELECT agency, 'RolesMapped', 0, sum(mapped), sum(people), NULL, NULL FROM head GROUP BY agency
UNION ALL
SELECT s.agency, 'StartersTrainedInTime', 0, sum(coalesce(b.level >= s.level, 0)), count(*), NULL, NULL
FROM starter s LEFT JOIN (
  SELECT agency, staff, max(CASE WHEN now AND (NOT climbs OR lower = below) THEN level END) AS level
  FROM (
    SELECT h.*, count(*) OVER (PARTITION BY agency, staff ORDER BY level) - 1 AS lower
    FROM (
      SELECT s.agency, s.staff, r.LevelNumber AS level, l.climbs, l.below,
        max((l.lasts IS NULL OR date(r.AchievedOn, '+' || l.lasts || ' months', 'floor') >= s.due)
            AND (r.EndsOn IS NULL OR r.EndsOn >= s.due)) AS now
      FROM starter s
      JOIN TrainingRecords r ON r.StaffId = s.staff AND r.State = 'Verified' AND r.AchievedOn <= s.due
      JOIN lv l ON l.partnership = s.partnership AND l.level = r.LevelNumber
      GROUP BY s.agency, s.staff, r.LevelNumber) h)
  GROUP BY agency, staff) b ON b.agency = s.agency AND b.staff = s.staff
GROUP BY s.agency
UNION ALL
SELECT a.Id, 'LeadsInPost', 0, coalesce(m.confirmed, 0), 2, CASE coalesce(m.confirmed, 0) WHEN 2 THEN 'Met' WHEN 1 THEN 'PartlyMet'
    ELSE 'NotMet' END,
  CASE WHEN coalesce(m.confirmed, 0) < 2 THEN 'A lead is vacant or was not confirmed' END
FROM Agencies a LEFT JOIN (
  SELECT agency, sum(on_day >= date(@day, '-12 months', 'floor')) AS confirmed
  FROM (
    SELECT AgencyId AS agency, Role, max(CheckedOn) AS on_day FROM Memberships
    WHERE AgencyId IS NOT NULL AND Role IN ('TrainingLead', 'ExecutiveLead') AND "From" <= @day AND (Until IS NULL OR Until > @day)
    GROUP BY AgencyId, Role)
  GROUP BY agency) m ON m.agency = a.Id
UNION ALL
SELECT a.Id, 'TrainingStrategyInDate', 0, coalesce(s.ReviewOn >= @day, 0), 1,
  CASE WHEN s.ReviewOn IS NULL OR s.ReviewOn < @day THEN 'NotMet' WHEN s.ReviewOn <= date(@day, '+30 days') THEN 'PartlyMet' ELSE 'Met' END,
      'Review on ' || s.ReviewOn
FROM Agencies a LEFT JOIN (
  SELECT AgencyId, ReviewOn, row_number() OVER (PARTITION BY AgencyId ORDER BY ApprovedOn DESC, ReviewOn DESC) AS place
      FROM TrainingStrategies WHERE ApprovedOn <= @day) s ON s.AgencyId = a.Id AND s.place = 1
UNION ALL
SELECT a.Id, 'DataComplete', 0, coalesce(f.filled, 0), coalesce(f.posts, 0) * 4,
  CASE WHEN a.StaffListConfirmedOn IS NULL OR date(a.StaffListConfirmedOn, '+90 days') < @day THEN 'NotMet' END, NULL
FROM Agencies a LEFT JOIN (
  SELECT o.AgencyId AS agency, count(*) AS posts, sum((s.Name <> '') + (s.Email IS NOT NULL) + (t.Title <> '') + (o.StartedOn IS NOT NULL))
      AS filled
  FROM Posts o JOIN Staff s ON s.Id = o.StaffId JOIN JobTitles t ON t.Id = o.JobTitleId
  WHERE (o.LeftOn IS NULL OR o.LeftOn > @day) AND (o.StartedOn IS NULL OR o.StartedOn <= @day)
  GROUP BY o.AgencyId) f ON f.agency = a.Id;

CREATE TEMP TABLE result AS
SELECT a.PartnershipId AS partnership, a.Id AS agency, s.Id AS standard, s.Code AS code, k.level, coalesce(m.numerator, 0) AS numerator,
    coalesce(m.denominator, 0) AS denominator,
  CASE WHEN k.level >= s.CriticalFromLevel THEN 'Critical' ELSE s.Severity END AS severity,
  CASE
    WHEN h.StartsOn > @day THEN 'NotYetDue'
    WHEN s.Measure NOT IN ('LeadsInPost', 'TrainingStrategyInDate', 'DataComplete', 'AssessmentReturned', 'GapsCosted', 'GapsPlanned')
        AND (a.StaffListConfirmedOn IS NULL OR date(a.StaffListConfirmedOn, '+90 days') < @day) THEN 'Unknown'
    WHEN m.outcome IS NOT NULL THEN m.outcome
    WHEN coalesce(m.denominator, 0) = 0 THEN 'NotApplicable'
    WHEN m.denominator < 5 THEN CASE WHEN m.numerator = m.denominator THEN 'Met' WHEN m.numerator = m.denominator - 1
        AND m.numerator > 0 THEN 'PartlyMet' ELSE 'NotMet' END
    WHEN m.numerator * 100 >= coalesce(s.MetAt, 100) * m.denominator THEN 'Met'
    WHEN m.numerator * 100 >= coalesce(s.PartlyAt, 100) * m.denominator THEN 'PartlyMet'
    ELSE 'NotMet' END AS outcome, m.note
FROM Agencies a
JOIN Phases h ON h.Id = a.PhaseId
JOIN Standards s ON s.PartnershipId = a.PartnershipId AND s.Measure IS NOT NULL AND s.EffectiveFrom <= @day
  AND NOT EXISTS (SELECT 1 FROM Standards v WHERE v.PartnershipId = s.PartnershipId AND v.Code = s.Code AND v.EffectiveFrom <= @day
      AND v.Number > s.Number)
JOIN (SELECT partnership, level, 1 AS per_level FROM lv UNION ALL SELECT DISTINCT partnership, 0, 0 FROM lv) k
    ON k.partnership = a.PartnershipId AND k.per_level = s.PerLevel
LEFT JOIN measured m ON m.agency = a.Id AND m.measure = s.Measure AND m.level = k.level
WHERE a.ClosedOn IS NULL OR a.ClosedOn > @day;

INSERT INTO StandardResults (Id, PartnershipId, AgencyId, StandardId, StandardCode, Level, "From", Until, Outcome, Numerator, Denominator,
    Note)
SELECT randomblob(16), partnership, agency, standard, code, level, @day, NULL, outcome, numerator, denominator, note FROM result;

INSERT INTO Flags (Id, PartnershipId, Reference, AgencyId, StandardCode, Level, FirstSeenOn, Occurrence, Severity, State)
SELECT randomblob(16), partnership, printf('FLG-%04d', row_number() OVER (PARTITION BY partnership ORDER BY code)), agency, code, level,
    @day, 1, severity, 'Open'
FROM result WHERE outcome IN ('NotMet', 'PartlyMet');

COMMIT;
