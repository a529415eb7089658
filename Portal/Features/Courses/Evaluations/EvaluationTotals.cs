using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Evaluations;

/// <summary>What people said of a course over all its dates, as totals of at least five; null when the course is out of reach.</summary>
public sealed class EvaluationTotals(PortalDb db)
{
    /// <param name="Replies">How many answered; null when fewer than five did, and nothing is said of that moment.</param>
    /// <param name="Asked">How many were asked.</param>
    public sealed record Answers(EvaluationMoment Moment, int Asked, int? Replies);

    /// <param name="Confidence">The mean from 1 to 5 at each moment; null where too few answered.</param>
    public sealed record Line(string Code, string? Statement, IReadOnlyDictionary<EvaluationMoment, decimal?> Confidence);

    /// <param name="Uses">How many use what they learned; null where too few answered.</param>
    public sealed record Details(
        string Course, IReadOnlyList<Answers> Moments, IReadOnlyList<Line> Lines, IReadOnlyDictionary<UseInPractice, int>? Uses);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Course> courseId, CancellationToken cancel)
    {
        var title = await db.Courses.VisibleTo(viewer, Permission.RunCourses).Where(c => c.Id == courseId).Select(c => c.Title)
            .SingleOrDefaultAsync(cancel);
        if (title is null) return null;
        var runs = db.CourseRuns.Where(r => r.CourseId == courseId).Select(r => r.Id);
        var replies = db.EvaluationReplies.Where(r => runs.Contains(r.RunId));
        var counted = await replies.GroupBy(r => r.Moment).Select(g => new { g.Key, Count = g.Count() })
            .Where(g => g.Count >= EvaluationReply.Fewest).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var asked = await db.EvaluationRequests.Where(r => db.Bookings.Any(b => b.Id == r.BookingId && runs.Contains(b.RunId)))
            .GroupBy(r => r.Moment).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var ratings = await replies.SelectMany(
            r => r.Ratings, (reply, rating) => new { reply.Moment, rating.Framework, rating.Code, rating.Confidence })
            .GroupBy(r => new { r.Moment, r.Framework, r.Code })
            .Select(g => new { g.Key.Moment, g.Key.Framework, g.Key.Code, Count = g.Count(), Sum = g.Sum(r => r.Confidence) })
            .Where(g => g.Count >= EvaluationReply.Fewest).ToListAsync(cancel);
        var statements = await (
            from framework in db.Frameworks.OfPartnership(viewer)
            from statement in framework.Competencies
            orderby framework.Number
            select new { framework.Code, Statement = statement.Code, Words = statement.Statement }).ToListAsync(cancel);
        var lines = from rating in ratings
                    group rating by (rating.Framework, rating.Code) into statement
                    orderby statement.Key.Framework, statement.Key.Code
                    select new Line(statement.Key.Code,
                        statements.FindLast(s => (s.Code, s.Statement) == statement.Key)?.Words,
                        Enum.GetValues<EvaluationMoment>()
                            .ToDictionary(m => m, m => statement.FirstOrDefault(s => s.Moment == m) is { } found
                                ? Math.Round((decimal)found.Sum / found.Count, 1, MidpointRounding.AwayFromZero) : (decimal?)null));
        return new(title,
            [.. Enum.GetValues<EvaluationMoment>()
                .Select(m => new Answers(m, asked.GetValueOrDefault(m), counted.TryGetValue(m, out var n) ? n : null))],
            [.. lines], counted.ContainsKey(EvaluationMoment.FollowUp) ? await UsesAsync(replies, cancel) : null);
    }

    private static async Task<IReadOnlyDictionary<UseInPractice, int>> UsesAsync(
        IQueryable<EvaluationReply> replies, CancellationToken cancel) =>
        await replies.Where(r => r.Uses != null).GroupBy(r => r.Uses!.Value).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
}
