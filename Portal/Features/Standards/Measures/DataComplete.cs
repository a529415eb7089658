using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Measures;

/// <summary>
/// S17: of the name, work e-mail, job title and start date of every current post, how many are filled. A staff list not
/// confirmed within 90 days is not met, however complete.
/// </summary>
public sealed class DataComplete(PortalDb db) : IMeasure
{
    private const int Required = 4;

    public string Key => MeasureKeys.DataComplete;

    public bool NeedsFreshStaffList => false;

    public string NothingToCount(int level) => "Nobody is on the staff list";

    public string Sentence(int numerator, int denominator) => $"{numerator.Of(denominator, "required fields")} were filled";

    public async Task<IReadOnlyList<Measured>> RunAsync(Question question, CancellationToken cancel)
    {
        var (partnership, day) = (question.PartnershipId, question.Day);
        var filled = (await (
            from post in question.Posts(db)
            join person in db.Staff on post.StaffId equals person.Id
            join title in db.JobTitles on post.JobTitleId equals title.Id
            group new
            {
                Filled = (person.Name == "" ? 0 : 1) + (person.Email == null ? 0 : 1) + (title.Title == "" ? 0 : 1)
                    + (post.StartedOn == null ? 0 : 1),
            } by post.AgencyId into posts
            select new { AgencyId = posts.Key, Filled = posts.Sum(p => p.Filled), Posts = posts.Count() }).ToListAsync(cancel))
            .ToDictionary(p => p.AgencyId);
        var agencies = await db.Agencies.Where(a => a.PartnershipId == partnership).Select(a => new { a.Id, a.StaffListConfirmedOn })
            .ToListAsync(cancel);
        return [.. agencies.Select(a => Judge(
            a.Id, filled.GetValueOrDefault(a.Id)?.Filled ?? 0, filled.GetValueOrDefault(a.Id)?.Posts ?? 0,
            StaffList.Staleness(a.StaffListConfirmedOn, day)))];
    }

    public Task<IQueryable<Id<StaffMember>>?> FailingAsync(Question question, int level, CancellationToken cancel) =>
        Task.FromResult<IQueryable<Id<StaffMember>>?>(
            from post in question.Posts(db)
            join person in db.Staff on post.StaffId equals person.Id
            join title in db.JobTitles on post.JobTitleId equals title.Id
            where person.Name == "" || person.Email == null || title.Title == "" || post.StartedOn == null
            select person.Id);

    public string Why(Failing person, Question question) =>
        string.Join(", ", Missing(person)) is { Length: > 0 } missing ? $"No {missing}" : "";

    private static IEnumerable<string> Missing(Failing person)
    {
        if (person.Name == "") yield return "name";
        if (person.Email is null) yield return "work email";
        if (person.Jobs.Any(j => j.Title == "")) yield return "job title";
        if (person.Jobs.Any(j => j.StartedOn is null)) yield return "start date";
    }

    private static Measured Judge(Id<Agency> agency, int filled, int posts, string? stale) =>
        new(agency, 0, filled, posts * Required, stale is null ? null : Outcome.NotMet, stale);
}
