using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Imports.Answering;

/// <summary>The rows of a full list that may be about somebody it does not name, with those they may be about and what was said.</summary>
public sealed class PeopleInQuestion(PortalDb db)
{
    /// <summary>As many as one page asks; the others are asked when these are said.</summary>
    public const int Most = 50;

    public sealed record Candidate
    {
        public required int Number { get; init; }
        public required Id<StaffMember> Id { get; init; }
        public required string Name { get; init; }
        public required string? Email { get; init; }
        public required string? EmployeeNumber { get; init; }
        public required string JobTitle { get; init; }
        public required DateOnly? StartedOn { get; init; }
        public required bool? IsSame { get; init; }

        /// <summary>What tells them from others of their name.</summary>
        public string Facts => Together(JobTitle, EmployeeNumber, Email, StartedOn);
    }

    /// <param name="Number">As the spreadsheet numbers it.</param>
    /// <param name="Facts">What the row says of them.</param>
    public sealed record Row(int Number, string Name, string Facts, IReadOnlyList<Candidate> People)
    {
        /// <summary>The one it was said to be.</summary>
        public Candidate? Same => People.FirstOrDefault(p => p.IsSame == true);
        public bool IsSomeoneNew => People.All(p => p.IsSame == false);
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, Id<Import> importId, CancellationToken cancel)
    {
        var pairs = db.ImportPairs.Where(p => p.ImportId == importId);
        var rows = await db.ImportRows.Where(r => r.ImportId == importId && pairs.Any(p => p.Number == r.Number))
            .Where(r => db.Imports.VisibleTo(viewer).Any(i => i.Id == r.ImportId))
            .OrderBy(r => pairs.Any(p => p.Number == r.Number && p.IsSame == null) ? 0 : 1).ThenBy(r => r.Number).Take(Most)
            .Select(r => new
            {
                Row = r,
                Title = db.JobTitles.Where(t => t.Id == r.Job.JobTitleId).Select(t => t.Title).FirstOrDefault()
                    ?? db.ImportTerms.Where(t => t.ImportId == importId && t.JobTitleId == r.Job.JobTitleId).Select(t => t.Text)
                        .FirstOrDefault(),
            })
            .AsNoTracking().ToListAsync(cancel);
        var people = await OfRowsAsync(importId, [.. rows.Select(r => r.Row.Number)], cancel);
        return [.. from r in rows
                   let said = Together(r.Title, r.Row.Job.EmployeeNumber, r.Row.Person.Email, r.Row.Job.StartedOn)
                   select new Row(r.Row.Number, r.Row.Person.Name ?? "No name", said, [.. people[r.Row.Number]])];
    }

    /// <summary>Those whom these rows may be about, by the number of the row.</summary>
    public async Task<ILookup<int, Candidate>> OfRowsAsync(Id<Import> importId, IReadOnlyList<int> numbers, CancellationToken cancel)
    {
        var found = await db.ImportPairs.Where(p => p.ImportId == importId && numbers.Contains(p.Number))
            .Join(db.Staff, p => p.StaffId, s => s.Id, (pair, person) => new { pair, person })
            .Select(x => new
            {
                x.pair, x.person.Id, x.person.Name, x.person.Email,
                Post = db.Posts.Where(p => p.StaffId == x.person.Id && db.Imports.Any(i => i.Id == importId && i.AgencyId == p.AgencyId))
                    .OrderBy(p => p.LeftOn != null).ThenBy(p => p.Id)
                    .Select(p => new
                    {
                        p.EmployeeNumber, p.StartedOn,
                        Title = db.JobTitles.Where(t => t.Id == p.JobTitleId).Select(t => t.Title).FirstOrDefault(),
                    }).FirstOrDefault(),
            })
            .OrderBy(x => x.Name).ThenBy(x => x.Id).AsNoTracking().ToListAsync(cancel);
        return found.ToLookup(x => x.pair.Number, x => new Candidate
        {
            Number = x.pair.Number, Id = x.Id, Name = x.Name, Email = x.Email, EmployeeNumber = x.Post?.EmployeeNumber,
            JobTitle = x.Post?.Title ?? "no job", StartedOn = x.Post?.StartedOn, IsSame = x.pair.IsSame,
        });
    }

    /// <summary>"Is this the same person as Ines Cox (Housing officer, ines.cox@homes.example)?"</summary>
    public static string Sentence(IReadOnlyList<Candidate> people) =>
        $"Is this the same person as {string.Join(", or ", people.Where(p => p.IsSame is null).Select(p => $"{p.Name} ({p.Facts})"))}?";

    private static string Together(string? title, string? number, string? email, DateOnly? started) => string.Join(
        ", ", new[] { title, number, email, started is { } day ? $"since {day.Words()}" : null }.Where(t => t is not null));
}
