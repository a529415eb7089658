using Portal.Data;

namespace Portal.Tests.Support;

public static partial class Given
{
    /// <summary>A room that holds 40 people.</summary>
    public static Venue Venue(Id<Partnership> partnership, string name = "Civic Centre Committee Room 2", int? capacity = 40)
    {
        var venue = new Venue { PartnershipId = partnership, Name = name };
        venue.Change(new(name, capacity, false, true, true, null, "1 High Street", false));
        return venue;
    }

    /// <summary>A published date from 10am to 4pm, in 30 days, that can be booked for the 90 days before until it begins.</summary>
    public static CourseRun Run(Course course, DateOnly? day = null, int places = 12, int fewest = 1, Venue? venue = null,
        bool published = true, Money lateFee = default, Money noShowFee = default, params IReadOnlyList<CourseRun.Hours> sessions)
    {
        if (sessions.Count == 0) sessions = [new(day ?? Today.AddDays(30), new(10, 0), new(16, 0))];
        var starts = sessions.Min(s => s.StartsAt);
        var (run, opens) = (new CourseRun { PartnershipId = course.PartnershipId, CourseId = course.Id }, starts.AddDays(-90));
        var system = Portal.Domain.Viewer.System(course.PartnershipId);
        run.Plan(system, new(venue?.Id, fewest, places, opens, starts, 5, lateFee, noShowFee, false, null, null), sessions,
            venue, 0, opens);
        if (published) run.Publish(system, opens);
        return run;
    }

    /// <summary>A provider of training from outside, with no mark, unless a test says otherwise.</summary>
    public static Provider Provider(Id<Partnership> partnership, string name = "Larch Training", Agency? agency = null) => new()
    {
        PartnershipId = partnership, Name = name, Email = $"training@{name.ToLowerInvariant().Replace(' ', '-')}.example",
        AgencyId = agency?.Id,
    };

    /// <summary>A mark that has counted for a year and does not end, unless a test says otherwise.</summary>
    public static QualityMark Mark(Provider provider, DateOnly? from = null, DateOnly? ends = null,
        QualityMarkKind kind = QualityMarkKind.LeadingLights) =>
        new() { ProviderId = provider.Id, Kind = kind, Number = "LL-1", From = from ?? Today.AddYears(-1), EndsOn = ends };

    /// <summary>A day in a room for £50, which everyone may book; in-house where it has an agency.</summary>
    public static Course Course(Provider provider, string code = "C01", string title = "Ask and act", Agency? agency = null,
        CourseMode mode = CourseMode.Room, bool refresher = false, int? prerequisite = null, string strands = "DV ST",
        DateOnly? accreditedUntil = null, string framework = "LADDER", int[]? levels = null, string[]? statements = null)
    {
        var course = new Course { PartnershipId = provider.PartnershipId, Code = code, ProviderId = provider.Id, AgencyId = agency?.Id };
        course.Change(new(title, $"What people learn on {title}", null, mode, 6, refresher,
            agency is null ? CourseAudience.Everyone : CourseAudience.OwnAgency, prerequisite,
            strands.Split(' ', StringSplitOptions.RemoveEmptyEntries), accreditedUntil is null ? null : "An awarding body", accreditedUntil,
            Money.OfPounds(50), null, null), Today);
        course.Cover(framework, levels ?? [1], statements ?? []);
        return course;
    }

    /// <summary>A review that an in-house course passed.</summary>
    public static CourseReview Review(Course course, DateOnly? on = null, bool passed = true) => new()
    {
        PartnershipId = course.PartnershipId, CourseId = course.Id, AgencyId = course.AgencyId!.Value, ReviewedOn = on ?? Today,
        Trainer = "Adviser, eight years in refuge work", ContentMap = "Morning: L1.1", Passed = passed,
        Note = passed ? null : "More time for questions", ReviewedBy = null,
    };

    /// <summary>A request for 10 places, sent by a lead and approved by a commissioner at an instant.</summary>
    /// <param name="agency">Who asks; null for the partnership itself.</param>
    /// <param name="pounds">Asked of the partnership.</param>
    /// <param name="provider">Of the register; null for "A new provider".</param>
    public static CommissioningRequest Approved(
        Viewer lead, Viewer commissioner, Id<Agency>? agency, int number, decimal pounds, DateTime at, Id<Provider>? provider = null,
        IReadOnlyList<CommissioningRequest.Condition>? conditions = null)
    {
        var request = Sent(lead, agency, number, pounds, at, provider);
        request.Approve(
            commissioner, new(null, null, null, null, null), conditions ?? [], new() { PartnershipId = lead.PartnershipId }, at);
        return request;
    }

    /// <summary>The same, waiting for a decision.</summary>
    public static CommissioningRequest Sent(
        Viewer lead, Id<Agency>? agency, int number, decimal pounds, DateTime at, Id<Provider>? provider = null)
    {
        var (request, today) = (CommissioningRequest.Start(lead, agency, number, $"Request {number}", at), UkClock.DayOf(at));
        Complete(request, today, pounds, provider);
        request.Submit(lead, new([], [1, 2, 3, 4], true, today), new() { PartnershipId = lead.PartnershipId }, 7, at);
        return request;
    }

    /// <summary>Says all that a request for 10 places says, to be given from 30 days after a day.</summary>
    public static void Complete(CommissioningRequest request, DateOnly today, decimal pounds, Id<Provider>? provider = null)
    {
        request.SayNeed(request.Title, "Nobody can ask", 2);
        request.SayWhat(new(null, CourseMode.Room, ["DV"], ["L2.1"], null, 10, today.AddDays(30), today.AddDays(90)), today);
        request.SayProvider(provider, "A new provider", 3);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(500), 0, CostFunding.OwnBudget, 2026));
        if (pounds > 0)
            request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(pounds), 0, CostFunding.Partnership, 2026));
    }
}
