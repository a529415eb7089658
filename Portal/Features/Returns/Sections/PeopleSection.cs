using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>The lines of a return in the order of their levels, each with the name of its job role.</summary>
public sealed class PeopleSection(PortalDb db)
{
    /// <param name="Job">Null for people whose job titles are not mapped.</param>
    public sealed record Row(GapLine Line, string? Job)
    {
        public string Title => Job ?? "Job title not mapped";

        /// <summary>Why there is no gap to speak of; null where the job needs a level.</summary>
        public string? NoLevel => Line.LevelNumber is not null ? null : Job is null ? "Not known" : "No level asked";
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Id<AgencyReturn> id, CancellationToken cancel) =>
        [.. (await (from line in db.GapLines.AsNoTracking()
                    where line.ReturnId == id
                    join role in db.JobRoles on line.JobRoleId equals (Id<JobRole>?)role.Id into roles
                    from role in roles.DefaultIfEmpty()
                    select new { line, Title = (string?)role.Title }).ToListAsync(cancel))
            .Select(r => new Row(r.line, r.Title)).OrderBy(r => r.Line.LevelNumber ?? int.MaxValue)
            .ThenBy(r => r.Job, StringComparer.Ordinal)];
}
