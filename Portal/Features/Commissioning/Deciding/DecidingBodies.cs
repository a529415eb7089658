using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

internal static class DecidingBodies
{
    /// <summary>
    /// Bodies whose meetings decide: the partnership’s board, or a sub-group that reports to it. Groups that report to a sub-group have no
    /// money to give.
    /// </summary>
    public static IQueryable<Body> Deciding(this IQueryable<Body> bodies, PortalDb db, BodyKind kind) =>
        kind != BodyKind.SubGroup ? bodies.Where(b => b.Kind == kind)
        : bodies.Where(b => b.Kind == kind && db.ReportingLines.Any(l => l.FromId == b.Id
            && db.Bodies.Any(to => to.Id == l.ToId && to.Kind == BodyKind.Partnership)));
}
