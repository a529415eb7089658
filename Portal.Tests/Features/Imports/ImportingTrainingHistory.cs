using Microsoft.EntityFrameworkCore;
using Portal.Features.Imports.Uploading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public sealed class ImportingTrainingHistory : InASmallBorough
{
    private const string Head = "Employee number,Work email,Level,Date achieved,Certificate ends,Course,Provider,Reference\n";
    private ImportDesk desk = null!;
    private StaffMember asha = null!;
    private StaffMember tess = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Reception, email: "asha@homes.example");
        // No role of a training lead names their staff list entry: the address they sign in with does.
        tess = await Borough.HasAsync(Database, "Tess Lead", Borough.Officer, email: Borough.Tess.Email);
        desk = new(Database, Borough.Lead);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { ",,1,1/2/2026,,,,", "Employee number and work email are both missing. Give one of them, so that we can tell who this is" },
        {
            ",nobody@homes.example,1,1/2/2026,,,,",
            "No one on the staff list has the work email “nobody@homes.example”. Correct it, or import the staff list first"
        },
        { "404,,1,1/2/2026,,,,", "No one on the staff list has the employee number “404”. Correct it, or import the staff list first" },
        {
            "404,nobody@homes.example,1,1/2/2026,,,,",
            "No one on the staff list has the employee number “404” or the work email “nobody@homes.example”. Correct it, or import "
                + "the staff list first"
        },
        { ",asha@homes.example,,1/2/2026,,,,", "Level is missing" },
        { ",asha@homes.example,First aid,1/2/2026,,,,", "We do not know which level “First aid” is. Match it to a level" },
        { ",asha@homes.example,9,1/2/2026,,,,", "We do not know which level “9” is. Match it to a level" },
        { ",asha@homes.example,1,,,,,", "Date achieved is missing" },
        { ",asha@homes.example,1,17/11/2026,,,,", "Date achieved must be today or in the past" },
        { ",asha@homes.example,1,1/2/1989,,,,", "Date achieved must be after 1 January 1990" },
        { ",asha@homes.example,1,1/2/2026,1/1/2026,,,", "The day the certificate ends must be after the date achieved" },
        {
            ",asha@homes.example,1,1/2/2026,,,,\n,ASHA@homes.example,Level 1,01/02/2026,,,,",
            "Row 2 already gives this person this level on this day"
        },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task Refuses_a_row_in_a_sentence(string rows, string sentence) =>
        Assert.Equal(sentence, (await desk.Rows(await desk.Training(Head + rows)))[^1].Problem);

    [Theory, InlineData("2"), InlineData("Level 2"), InlineData("level 2"), InlineData("L2"), InlineData("Ask and act"),
        InlineData("Level 2: Ask and act")]
    public async Task A_level_is_understood_as(string level) =>
        Assert.Equal(
            2, (await desk.Rows(await desk.Training(Head + $",asha@homes.example,{level},1/2/2026,,,,"))).Single().Training.LevelNumber);

    [Theory, InlineData(true), InlineData(false)]
    public async Task From_the_training_system_it_counts_at_once_but_never_the_own_of_who_uploaded_or_applied_it(bool sameAppliesIt)
    {
        var by = sameAppliesIt ? Borough.Tess : Borough.Ed;
        var import = await desk.Training(Head
            + $",asha@homes.example,1,1/2/2026,31/1/2028,Basics,Trainers,C-1\n,{tess.Email},1,1/2/2026,,,,");
        await new ImportDesk(Database, Borough.Lead with { UserId = by.Id, Name = by.Name }).Applied(import);
        await using var db = Database.Open();
        var hers = await db.TrainingRecords.SingleAsync(r => r.StaffId == asha.Id);
        Assert.Equal((RecordState.Verified, RecordSource.Import), (hers.State, hers.Source));
        Assert.Equal((by.Id, Database.Clock.Today, Borough.Homes.Id), (hers.DecidedBy, hers.DecidedOn, hers.AgencyId));
        Assert.Equal((new DateOnly(2028, 1, 31), "Basics", "Trainers", "C-1"), (hers.EndsOn, hers.Course, hers.Provider, hers.Reference));
        var own = await db.TrainingRecords.SingleAsync(r => r.StaffId == tess.Id);
        Assert.Equal((RecordState.Unverified, by.Id, null), (own.State, own.RecordedBy, own.DecidedBy));
    }

    [Fact]
    public async Task Who_works_for_another_agency_too_is_in_the_audit_of_both()
    {
        await Borough.AlsoAtAsync(Database, asha, Borough.Clinic);
        await desk.Applied(await desk.Training(Head + ",asha@homes.example,1,1/2/2026,,,,"));
        await using var after = Database.Open();
        var agencies = await after.AuditEntries
            .Where(e => e.What == "Applied an import: Training history, file.csv" && e.AgencyId != null)
            .Select(e => e.AgencyId).ToListAsync();
        Assert.Equal(new HashSet<Id<Agency>?> { Borough.Homes.Id, Borough.Clinic.Id }, agencies.ToHashSet());
    }

    [Fact]
    public async Task From_another_list_it_waits_for_someone_else()
    {
        await desk.Applied(await desk.Training(Head + ",asha@homes.example,1,1/2/2026,,,,", verified: false));
        await using var db = Database.Open();
        var record = await db.TrainingRecords.SingleAsync();
        Assert.Equal((RecordState.Unverified, Borough.Tess.Id), (record.State, record.RecordedBy));
    }

    [Fact]
    public async Task What_is_known_already_is_unchanged()
    {
        await Borough.TrainedAsync(Database, asha, 1, new(2026, 2, 1));
        var import = await desk.Training(Head + ",asha@homes.example,1,1/2/2026,,,,\n,asha@homes.example,1,2/2/2026,,,,");
        Assert.Equal((1, 1), (import.UnchangedCount, import.NewCount));
    }

    [Fact]
    public async Task Someone_at_another_agency_is_nobody_here()
    {
        await Borough.HasAsync(Database, "Nia Best", Borough.Reception, Borough.Clinic, "nia@clinic.example");
        Assert.StartsWith(
            "No one on the staff list has", await desk.Problem(await desk.Training(Head + ",nia@clinic.example,1,1/2/2026,,,,"), 2),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_matched_to_a_level_once_is_known_from_then_on()
    {
        const string csv = "Email,Course,Date\nasha@homes.example,DV for all,1/2/2026\n";
        var import = await desk.Training(csv);
        Assert.Equal(1, import.RefusedCount);
        await using (var db = Database.Open())
        {
            Assert.Equal("DV for all", (await db.ImportTerms.SingleAsync(t => t.ImportId == import.Id)).Text);
            await new MatchCourses(db, ImportDesk.NoJobs, Database.Clock).RunAsync(
                Borough.Lead, import.Id, import.Version, new Dictionary<string, int?> { ["DV for all"] = 1 }, CancellationToken.None);
        }
        await desk.Check();
        Assert.Equal(1, (await desk.Applied(await desk.Load(import.Id))).NewCount);
        Assert.Equal(1, (await desk.Training(csv.Replace("DV for all", "dv  FOR all"))).UnchangedCount);
    }

    [Fact]
    public async Task A_course_of_the_catalogue_is_proposed_at_its_level_by_title_and_by_code()
    {
        await using var db = Database.Open();
        var provider = Given.Provider(Borough.Partnership.Id);
        var (both, theirs) = (Given.Course(provider, "C21", "Online basics", levels: [1, 2]),
            Given.Course(provider, "C22", "Taught at the clinic", Borough.Clinic));
        db.AddRange(provider, both, theirs);
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", CancellationToken.None);
        var proposed = await new ProposedLevels(db, Database.Clock).RunAsync(Borough.Lead, CancellationToken.None);
        Assert.Equal([("C21", 2), ("ONLINE BASICS", 2)], proposed.Courses.Select(p => (p.Key, p.Value)).Order());
        Assert.Equal([2, 1, null], new[] { "online BASICS", "DA awareness (L1)", "Level 9 wizardry" }.Select(proposed.Of));
    }

    [Fact]
    public async Task Undo_takes_the_records_away_except_those_decided_since()
    {
        var import = await desk.Applied(await desk.Training(
            Head + ",asha@homes.example,1,1/2/2026,,,,\n,asha@homes.example,2,1/3/2026,,,,", verified: false));
        await using (var db = Database.Open())
        {
            (await db.TrainingRecords.SingleAsync(r => r.LevelNumber == 2)).Verify(Borough.Cora.Id, Database.Clock.Today);
            await db.SaveAsync(Borough.Commissioner, "Verified", CancellationToken.None);
        }
        var rows = await desk.Rows(await desk.Undone(import.Id));
        Assert.Equal([null, "Someone has changed or corrected this record since, so it stays"], rows.Select(r => r.Kept));
        await using var after = Database.Open();
        Assert.Equal(2, (await after.TrainingRecords.SingleAsync()).LevelNumber);
    }
}
