using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Certificates;
using Portal.Features.Courses.Places;
using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

/// <summary>Two people come onto the staff list by a file; one attends a course and books another, and a file leaves her out.</summary>
public sealed class LeavingAndComingBack : AtTheRunDesk
{
    private const string Head = "Employee number,Name,Work email,Job title,Start date\n";
    private const string Ann = "1,Ann Archer,ann@brambleford.example,Housing officer,01/02/2024\n";
    private const string Ben = "2,Ben Baker,ben@brambleford.example,Housing officer,01/02/2024\n";
    private ImportDesk desk = null!;
    private StaffMember ann = null!, ben = null!;
    private Booking attended = null!, booked = null!, waits = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        desk = new(Database, Borough.Lead);
        await SaveAsync(Given.Title(Borough.Homes, "Housing officer", Borough.Officer),
            Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes));
        await desk.Applied(await desk.StaffList(Head + Ann + Ben, fullList: true));
        (ann, ben) = (await PersonAsync("Ann Archer"), await PersonAsync("Ben Baker"));
        var (past, ahead) = (await SaveAsync(Given.Run(Course, Given.Today)), await SaveAsync(Given.Run(Course, places: 1)));
        Now = past.OpensAt;
        attended = await Asks(past, ann);
        Now = past.EndsAt;
        await In((MarkRegister mark) => mark.RunAsync(Gives, past.Id, [attended.Id], BookingState.Attended, None));
        (booked, waits) = (await Asks(ahead, ann), await Asks(ahead, ben));
    }

    [Fact]
    public async Task Frees_the_place_to_come_for_the_next_and_keeps_what_was_attended()
    {
        await LeaveAsync();
        Assert.Equal("Cancelled 1 booking of people who left", await EndAsync());
        Assert.Null(await EndAsync());
        Assert.Equal((BookingState.Attended, BookingState.Cancelled, BookingState.Offered),
            (await StateOf(attended), await StateOf(booked), await StateOf(waits)));
        Assert.Single(await Mails<LeaverPlaceMail>());
        await IsIntactAsync();
    }

    [Fact]
    public async Task And_who_comes_back_has_certificate_days_and_history_as_before()
    {
        var before = await HistoryAsync();
        await LeaveAsync();
        await EndAsync();
        Now = Now.AddDays(10);
        await desk.Applied(await desk.StaffList(Head + Ann + Ben, fullList: true));
        Assert.Equal(ann.Id, (await PersonAsync("Ann Archer")).Id);
        Assert.Equal(2, await Read(db => db.Posts.CountAsync(p => p.StaffId == ann.Id)));
        Assert.Equal(before, (await HistoryAsync())[..before.Count]);
        await IsIntactAsync();
        Assert.NotNull(await In((CertificateView view) => view.RunAsync(Borough.Learner(ann), attended.Id, None)));
        Assert.NotNull(await In((CertificateView view) => view.RunAsync(Borough.Lead, attended.Id, None)));
        // And may book again as anyone may: nobody has taken the place since.
        Assert.Equal(BookingState.Booked, (await Asks(await Read(db => db.CourseRuns.SingleAsync(r => r.Id == booked.RunId)), ann)).State);
    }

    private async Task LeaveAsync()
    {
        Now = Now.AddDays(1);
        var import = await desk.StaffList(Head + Ben, fullList: true);
        await desk.Agree(import.Id, leavers: "1");
        await desk.Apply();
        Assert.NotNull((await Read(db => db.Posts.SingleAsync(p => p.StaffId == ann.Id))).LeftOn);
    }

    private async Task IsIntactAsync()
    {
        var certificate = await Read(db => db.Certificates.SingleAsync());
        var found = (await In((CheckCertificate check) => check.RunAsync(certificate.Code, "A", None)))!;
        Assert.Equal(("Ann Archer", null, Given.Today.AddMonths(36)),
            (found.Name, found.Facts.RevokedOn, Assert.Single(found.Facts.Levels).Until!.Value));
        Assert.Equal((RecordState.Verified, ann.Id),
            await Read(async db => await db.TrainingRecords.Select(r => new ValueTuple<RecordState, Id<StaffMember>>(r.State, r.StaffId))
                .SingleAsync()));
    }

    private Task<List<BookingStep>> HistoryAsync() => Read(db => db.Set<BookingEvent>().Where(e => e.BookingId == attended.Id)
        .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Step).ToListAsync());

    private Task<string?> EndAsync() => In((EndBookingsOfLeaversJob job) => job.RunAsync(None));

    private Task<StaffMember> PersonAsync(string name) => Read(db => db.Staff.SingleAsync(s => s.Name == name));
}
