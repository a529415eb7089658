-- The same figures as evaluation.sqlite.sql, in PostgreSQL's own words.

DROP TABLE IF EXISTS pg_temp.lv, pg_temp.need, pg_temp.best, pg_temp.head, pg_temp.starter, pg_temp.measured, pg_temp.result;

BEGIN;

CREATE TEMP TABLE lv AS
SELECT x.*,
  CASE WHEN lasts IS NULL THEN DATE '0001-01-01' ELSE (DATE @day - lasts)::date + (((DATE @day - lasts)::date + lasts)::date < DATE
      @day)::int END AS earliest,
  (year_ago - due)::date + (((year_ago - due)::date + due)::date < year_ago)::int AS starts_from,
  (DATE @day - due)::date + (((DATE @day - due)::date + due)::date < DATE @day)::int AS starts_before
FROM (
  SELECT p."Id" AS partnership, f."Id" AS framework, l."Number" AS level, make_interval(months => l."RefreshMonths") AS lasts,
      make_interval(months => l."DueMonths") AS due,
    l."RequiresLower" AND NOT l."StandAlone" AS climbs, row_number() OVER (PARTITION BY p."Id" ORDER BY l."Number") - 1 AS below,
        (DATE @day - INTERVAL '12 months')::date AS year_ago
  FROM "Partnerships" p
  JOIN "Frameworks" f ON f."Id" = (SELECT v."Id" FROM "Frameworks" v WHERE v."PartnershipId" = p."Id" AND v."Code" = p."FrameworkCode"
      AND v."State" = 'Published' AND v."EffectiveFrom" <= @day ORDER BY v."EffectiveFrom" DESC LIMIT 1)
  JOIN "Levels" l ON l."FrameworkId" = f."Id") x;
ANALYZE lv;

CREATE TEMP TABLE need AS
SELECT o."PartnershipId" AS partnership, o."AgencyId" AS agency, o."StaffId" AS staff, max(q."LevelNumber") AS level,
    count(*) FILTER (WHERE q."LevelNumber" IS NULL) AS unmapped, min(o."StartedOn") AS started
FROM "Posts" o
JOIN "JobTitles" t ON t."Id" = o."JobTitleId"
LEFT JOIN "LevelRequirements" q ON q."JobRoleId" = t."JobRoleId" AND q."FrameworkId" IN (SELECT framework FROM lv)
WHERE (o."LeftOn" IS NULL OR o."LeftOn" > @day) AND (o."StartedOn" IS NULL OR o."StartedOn" <= @day)
GROUP BY o."PartnershipId", o."AgencyId", o."StaffId";
ANALYZE need;

CREATE TEMP TABLE best AS
SELECT staff, max(level) FILTER (WHERE now AND (NOT climbs OR lower = below)) AS holds, max(level) AS ever
FROM (
  SELECT h.*, count(*) OVER (PARTITION BY staff ORDER BY level) - 1 AS lower
  FROM (
    SELECT r."StaffId" AS staff, r."LevelNumber" AS level, l.climbs, l.below,
        bool_or(r."AchievedOn" >= l.earliest AND (r."EndsOn" IS NULL OR r."EndsOn" >= @day)) AS now
    FROM "TrainingRecords" r JOIN (SELECT DISTINCT level, climbs, below, earliest FROM lv) l ON l.level = r."LevelNumber"
    WHERE r."State" = 'Verified' AND r."AchievedOn" <= @day
    GROUP BY r."StaffId", r."LevelNumber", l.climbs, l.below) h) x
GROUP BY staff;
ANALYZE best;

CREATE TEMP TABLE head AS
SELECT n.agency, n.level, count(*) AS people, count(*) FILTER (WHERE b.holds >= n.level) AS holding,
    count(*) FILTER (WHERE b.ever >= n.level) AS ever, count(*) FILTER (WHERE n.unmapped = 0) AS mapped
FROM need n LEFT JOIN best b ON b.staff = n.staff
GROUP BY n.agency, n.level;

CREATE TEMP TABLE starter AS
SELECT n.partnership, n.agency, n.staff, n.level, (n.started + l.due)::date AS due
FROM need n JOIN lv l ON l.partnership = n.partnership AND l.level = n.level
WHERE n.started >= l.starts_from AND n.started < l.starts_before;
ANALYZE starter;

CREATE TEMP TABLE measured AS
SELECT agency, 'StaffAtRequiredLevel' AS measure, level, holding AS numerator, people AS denominator, NULL AS outcome, NULL AS note
    FROM head WHERE level IS NOT NULL
UNION ALL
SELECT agency, 'RefresherInDate', 0, sum(holding), sum(ever), NULL, NULL FROM head GROUP BY agency
UNION ALL
SELECT agency, 'RolesMapped', 0, sum(mapped), sum(people), NULL, NULL FROM head GROUP BY agency
UNION ALL
SELECT s.agency, 'StartersTrainedInTime', 0, count(*) FILTER (WHERE b.level >= s.level), count(*), NULL, NULL
FROM starter s LEFT JOIN (
  SELECT agency, staff, max(level) FILTER (WHERE now AND (NOT climbs OR lower = below)) AS level
  FROM (
    SELECT h.*, count(*) OVER (PARTITION BY agency, staff ORDER BY level) - 1 AS lower
    FROM (
      SELECT s.agency, s.staff, r."LevelNumber" AS level, l.climbs, l.below,
        bool_or((l.lasts IS NULL OR (r."AchievedOn" + l.lasts)::date >= s.due) AND (r."EndsOn" IS NULL OR r."EndsOn" >= s.due)) AS now
      FROM starter s
      JOIN "TrainingRecords" r ON r."StaffId" = s.staff AND r."State" = 'Verified' AND r."AchievedOn" <= s.due
      JOIN lv l ON l.partnership = s.partnership AND l.level = r."LevelNumber"
      GROUP BY s.agency, s.staff, r."LevelNumber", l.climbs, l.below) h) x
  GROUP BY agency, staff) b ON b.agency = s.agency AND b.staff = s.staff
GROUP BY s.agency
UNION ALL
SELECT a."Id", 'LeadsInPost', 0, coalesce(m.confirmed, 0), 2, CASE coalesce(m.confirmed, 0) WHEN 2 THEN 'Met' WHEN 1 THEN 'PartlyMet'
    ELSE 'NotMet' END,
  CASE WHEN coalesce(m.confirmed, 0) < 2 THEN 'A lead is vacant or was not confirmed' END
FROM "Agencies" a LEFT JOIN (
  SELECT agency, count(*) FILTER (WHERE on_day >= (DATE @day - INTERVAL '12 months')::date) AS confirmed
  FROM (
    SELECT "AgencyId" AS agency, "Role", max("CheckedOn") AS on_day FROM "Memberships"
    WHERE "AgencyId" IS NOT NULL AND "Role" IN ('TrainingLead', 'ExecutiveLead') AND "From" <= @day AND ("Until" IS NULL OR "Until" > @day)
    GROUP BY "AgencyId", "Role") x
  GROUP BY agency) m ON m.agency = a."Id"
UNION ALL
SELECT a."Id", 'TrainingStrategyInDate', 0, coalesce((s."ReviewOn" >= @day)::int, 0), 1,
  CASE WHEN s."ReviewOn" IS NULL OR s."ReviewOn" < @day THEN 'NotMet' WHEN s."ReviewOn" <= DATE @day + 30 THEN 'PartlyMet' ELSE 'Met' END,
      'Review on ' || s."ReviewOn"
FROM "Agencies" a LEFT JOIN (
  SELECT DISTINCT ON ("AgencyId") "AgencyId", "ReviewOn" FROM "TrainingStrategies" WHERE "ApprovedOn" <= @day ORDER BY "AgencyId",
      "ApprovedOn" DESC, "ReviewOn" DESC) s ON s."AgencyId" = a."Id"
UNION ALL
SELECT a."Id", 'DataComplete', 0, coalesce(f.filled, 0), coalesce(f.posts, 0) * 4,
  CASE WHEN a."StaffListConfirmedOn" IS NULL OR a."StaffListConfirmedOn" + 90 < @day THEN 'NotMet' END, NULL
FROM "Agencies" a LEFT JOIN (
  SELECT o."AgencyId" AS agency, count(*) AS posts, sum((s."Name" <> '')::int + (s."Email" IS NOT NULL)::int + (t."Title" <> '')::int +
      (o."StartedOn" IS NOT NULL)::int) AS filled
  FROM "Posts" o JOIN "Staff" s ON s."Id" = o."StaffId" JOIN "JobTitles" t ON t."Id" = o."JobTitleId"
  WHERE (o."LeftOn" IS NULL OR o."LeftOn" > @day) AND (o."StartedOn" IS NULL OR o."StartedOn" <= @day)
  GROUP BY o."AgencyId") f ON f.agency = a."Id";
ANALYZE measured;

CREATE TEMP TABLE result AS
SELECT a."PartnershipId" AS partnership, a."Id" AS agency, s."Id" AS standard, s."Code" AS code, k.level,
    coalesce(m.numerator, 0) AS numerator, coalesce(m.denominator, 0) AS denominator,
  CASE WHEN k.level >= s."CriticalFromLevel" THEN 'Critical' ELSE s."Severity" END AS severity,
  CASE
    WHEN h."StartsOn" > @day THEN 'NotYetDue'
    WHEN s."Measure" NOT IN ('LeadsInPost', 'TrainingStrategyInDate', 'DataComplete', 'AssessmentReturned', 'GapsCosted', 'GapsPlanned')
        AND (a."StaffListConfirmedOn" IS NULL OR a."StaffListConfirmedOn" + 90 < @day) THEN 'Unknown'
    WHEN m.outcome IS NOT NULL THEN m.outcome
    WHEN coalesce(m.denominator, 0) = 0 THEN 'NotApplicable'
    WHEN m.denominator < 5 THEN CASE WHEN m.numerator = m.denominator THEN 'Met' WHEN m.numerator = m.denominator - 1
        AND m.numerator > 0 THEN 'PartlyMet' ELSE 'NotMet' END
    WHEN m.numerator * 100 >= coalesce(s."MetAt", 100) * m.denominator THEN 'Met'
    WHEN m.numerator * 100 >= coalesce(s."PartlyAt", 100) * m.denominator THEN 'PartlyMet'
    ELSE 'NotMet' END AS outcome, m.note
FROM "Agencies" a
JOIN "Phases" h ON h."Id" = a."PhaseId"
JOIN "Standards" s ON s."PartnershipId" = a."PartnershipId" AND s."Measure" IS NOT NULL AND s."EffectiveFrom" <= @day
  AND NOT EXISTS (SELECT 1 FROM "Standards" v WHERE v."PartnershipId" = s."PartnershipId" AND v."Code" = s."Code"
      AND v."EffectiveFrom" <= @day AND v."Number" > s."Number")
JOIN (SELECT partnership, level, TRUE AS per_level FROM lv UNION ALL SELECT DISTINCT partnership, 0, FALSE FROM lv) k
    ON k.partnership = a."PartnershipId" AND k.per_level = s."PerLevel"
LEFT JOIN measured m ON m.agency = a."Id" AND m.measure = s."Measure" AND m.level = k.level
WHERE a."ClosedOn" IS NULL OR a."ClosedOn" > @day;

INSERT INTO "StandardResults" ("Id", "PartnershipId", "AgencyId", "StandardId", "StandardCode", "Level", "From", "Until", "Outcome",
    "Numerator", "Denominator", "Note")
SELECT gen_random_uuid(), partnership, agency, standard, code, level, @day, NULL, outcome, numerator, denominator, note FROM result;

INSERT INTO "Flags" ("Id", "PartnershipId", "Reference", "AgencyId", "StandardCode", "Level", "FirstSeenOn", "Occurrence", "Severity",
    "State")
SELECT gen_random_uuid(), partnership, 'FLG-' || lpad(n::text, greatest(4, length(n::text)), '0'), agency, code, level, @day, 1, severity,
    'Open'
FROM (SELECT r.*, row_number() OVER (PARTITION BY partnership ORDER BY code) AS n FROM result r WHERE outcome IN ('NotMet', 'PartlyMet')) x;

COMMIT;
