using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Files;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Features.Courses.Places;
using Portal.Features.Courses.Organising;
using Portal.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Runs;

/// <summary>
/// A course at level 2 and its dates in a small borough, each step with a context of its own as a request or a job would have.
/// </summary>
public abstract class AtTheRunDesk : InASmallBorough
{
    protected static readonly CancellationToken None = CancellationToken.None;
    private ServiceProvider services = null!;

    protected Provider Provider { get; private set; } = null!;
    protected Course Course { get; private set; } = null!;
    protected PortalUser Trainer { get; } = new() { Name = "Tariq Trainer", Email = "tariq@brambleford.example", UserName = "tariq" };
    protected Viewer Gives => Viewer.Of(Trainer.Id, Trainer.Name, new()
    {
        PartnershipId = Borough.Partnership.Id, UserId = Trainer.Id, Role = Role.CourseProvider, ProviderId = Provider.Id,
        From = Given.Today, CheckedOn = Given.Today,
    });
    protected Viewer Administrator => Given.Viewer(Borough.Partnership.Id, Role.TrainingAdministrator, Borough.Ed);
    protected DateTime Now { set => Database.Time.Now = value; get => Database.Time.Now; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        services = new ServiceCollection().AddLogging().AddSingleton(Database.Clock).AddScoped(_ => Database.Open()).AddScoped<FileStore>()
            .AddSingleton(new PortalAddress(new("http://localhost:5080/"))).AddFeatures().BuildServiceProvider();
        Provider = new() { PartnershipId = Borough.Partnership.Id, Name = "Ashgrove Women’s Aid", Email = "training@ashgrove.example" };
        Course = ACourse("C04", Provider);
        await SaveAsync(Provider, Course, Trainer, new Membership
        {
            PartnershipId = Borough.Partnership.Id, UserId = Trainer.Id, Role = Role.CourseProvider, ProviderId = Provider.Id,
            From = Given.Today.AddYears(-1), CheckedOn = Given.Today,
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Course ACourse(string code, Provider provider, Agency? inHouse = null, string framework = "LADDER")
    {
        var course = new Course { PartnershipId = Borough.Partnership.Id, Code = code, ProviderId = provider.Id, AgencyId = inHouse?.Id };
        course.Change(new("Ask and act", "A day.", null, CourseMode.Room, 6, false, CourseAudience.Everyone, null, ["DV"], null, null,
            Money.OfPounds(70), null, null), Given.Today);
        course.Cover(framework, [2], []);
        return course;
    }

    protected async Task<T> SaveAsync<T>(T row, params object[] others) where T : class
    {
        await using var db = Database.Open();
        db.AddRange([row, .. others]);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", None);
        return row;
    }

    protected async Task<T> In<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected Task In<TService>(Func<TService, Task> work) where TService : notnull =>
        In<TService, bool>(async service => { await work(service); return true; });

    /// <summary>The sentence with which something is refused.</summary>
    protected async Task<string> Refuses<TService>(Func<TService, Task> work) where TService : notnull =>
        (await Assert.ThrowsAsync<Refused>(() => In(work))).Message;

    /// <summary>Someone at an agency asks for a place, or for a turn in the queue.</summary>
    protected async Task<Booking> Asks(CourseRun run, string name, Agency? agency = null)
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@brambleford.example";
        var person = await Borough.HasAsync(Database, name, Borough.Officer, agency, email);
        return await Asks(run, person, agency);
    }

    protected async Task<Booking> Asks(CourseRun run, StaffMember person, Agency? agency = null)
    {
        Booking booking = null!;
        await In((PlacesOfRun places) => places.RunAsync(Administrator, run.Id, [person.Id], (_, queue) =>
        {
            booking = queue.Ask(Administrator, person.Id, (agency ?? Borough.Homes).Id, Course.Price, managerAgrees: true);
            return Task.FromResult("Asked for a place");
        }, None));
        return booking;
    }

    protected Task<BookingState> StateOf(Booking booking) =>
        Read(db => db.Bookings.Where(b => b.Id == booking.Id).Select(b => b.State).SingleAsync());

    protected async Task<T> Read<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = Database.Open();
        return await read(db);
    }

    /// <summary>The messages of a kind, with whom they went to.</summary>
    protected Task<List<OutboxMail>> Mails<T>() =>
        Read(db => db.Outbox.Where(m => m.Kind == typeof(T).Name).OrderBy(m => m.ToAddress).ToListAsync());

    /// <summary>What the form of a date says of it now.</summary>
    protected async Task<(PlanRun.Entry Entry, int Version)> FormOf(CourseRun run)
    {
        var details = (await In((RunView runs) => runs.RunAsync(Administrator, run.Id, None)))!;
        return (RunForm.Of(details).Entry(), details.Version);
    }

    protected async Task Change(CourseRun run, Func<PlanRun.Entry, PlanRun.Entry> how, Viewer? by = null)
    {
        var (entry, version) = await FormOf(run);
        await In((ChangeRun change) => change.RunAsync(by ?? Gives, run.Id, how(entry), version, None));
    }
}
