using Microsoft.EntityFrameworkCore;
using Portal.Features.Courses.Certificates;
using Portal.Features.Courses.Register;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Certificates;

public sealed class CheckingACertificate : AtTheRunDesk
{
    private CourseRun run = null!;
    private Booking booking = null!;
    private Certificate certificate = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        run = await SaveAsync(Given.Run(Course, Given.Today));
        Now = run.OpensAt;
        booking = await Asks(run, "Maja Óchoa");
        Now = run.EndsAt.AddHours(1);
        await MarkAsync(BookingState.Attended);
        certificate = await Read(db => db.Certificates.SingleAsync());
    }

    [Fact]
    public async Task Says_course_level_and_days_and_not_whose_it_is()
    {
        var found = (await Check(certificate.Code))!;
        Assert.Equal(
            (Course.Title, Provider.Name, Given.Today, null, false),
            (found.Facts.Course, found.Facts.Provider, found.Facts.Day, found.Facts.RevokedOn, found.Facts.IsSuperseded));
        var reached = Assert.Single(found.Facts.Levels);
        Assert.Equal((2, Given.Today.AddMonths(36)), (reached.Level.Number, reached.Until!.Value));
        Assert.Null(found.Name);
    }

    [Theory, InlineData("o"), InlineData("O"), InlineData(" Ó "), InlineData("och")]
    public async Task Says_whose_it_is_to_who_knows_the_initial(string initial) =>
        Assert.Equal("Maja Óchoa", (await Check(certificate.Code, initial))!.Name);

    [Theory, InlineData("m"), InlineData(""), InlineData("*"), InlineData(null)]
    public async Task And_to_nobody_else(string? initial) => Assert.Null((await Check(certificate.Code, initial))!.Name);

    [Fact]
    public async Task Takes_the_code_as_people_type_it()
    {
        Assert.NotNull(await Check(certificate.Code.ToLowerInvariant().Replace('-', ' ')));
        Assert.NotNull(await Check($"  {certificate.Code.Replace("-", "", StringComparison.Ordinal)}"));
    }

    [Theory, InlineData(null), InlineData(""), InlineData("ABCD-EFGH-JKMN-PQRS"), InlineData("' OR 1=1 --"), InlineData("%")]
    public async Task Knows_nothing_of_a_code_that_was_made_up(string? code) => Assert.Null(await Check(code));

    [Fact]
    public async Task Says_that_it_was_taken_back()
    {
        await MarkAsync(BookingState.DidNotAttend);
        Assert.Equal(Given.Today, (await Check(certificate.Code))!.Facts.RevokedOn);
    }

    [Fact]
    public async Task Says_that_a_later_one_has_taken_its_place()
    {
        Now = Now.AddDays(400);
        await SaveAsync(Given.Record(
            await Read(db => db.Staff.SingleAsync(s => s.Id == booking.StaffId)), 2, Given.Today.AddDays(300)));
        Assert.True((await Check(certificate.Code))!.Facts.IsSuperseded);
    }

    [Fact]
    public async Task Is_shown_to_its_holder_and_to_the_agency_and_to_no_other()
    {
        var holder = await Read(db => db.Staff.SingleAsync(s => s.Id == booking.StaffId));
        Assert.Equal("Maja Óchoa", (await Show(Borough.Learner(holder)))!.Person);
        Assert.Equal(certificate.Code, (await Show(Borough.Lead))!.Code);
        Assert.Null(await Show(Borough.OtherLead));
        var colleague = await Borough.HasAsync(Database, "Cal Colleague", Borough.Officer);
        Assert.Null(await Show(Borough.Learner(colleague)));
    }

    [Fact]
    public void Every_certificate_has_a_code_of_its_own()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => new Certificate
        {
            PartnershipId = run.PartnershipId, BookingId = booking.Id, IssuedOn = Given.Today
        }.Code).ToList();
        Assert.Distinct(codes);
        Assert.All(codes, code => Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$", code));
    }

    private Task<CheckCertificate.Found?> Check(string? code, string? initial = null) =>
        In((CheckCertificate check) => check.RunAsync(code, initial, None));

    private Task<CertificateView.Details?> Show(Viewer viewer) =>
        In((CertificateView certificates) => certificates.RunAsync(viewer, booking.Id, None));

    private Task MarkAsync(BookingState mark) =>
        In((MarkRegister register) => register.RunAsync(Gives, run.Id, [booking.Id], mark, None));
}
