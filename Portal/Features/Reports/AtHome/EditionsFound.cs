using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Reports.AtHome;

/// <summary>Editions of the report by number ("4", "edition 4") or by the board they are for, the newest first.</summary>
public sealed class EditionsFound(PortalDb db) : IFind
{
    public int Order => 40;
    public Permission Needs => Permission.ReadEditions;

    public async Task<Found> RunAsync(Viewer viewer, string words, CancellationToken cancel)
    {
        int? number = int.TryParse(words.Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : null;
        var boards = db.Bodies.OfPartnership(viewer).Where(NameSearch.For(words).Of((Body b) => b.Name));
        var editions = db.Editions.AsNoTracking().VisibleTo(viewer)
            .Where(e => e.Number == number || boards.Any(b => b.Id == e.BodyId));
        var total = await editions.CountAsync(cancel);
        var first = await editions.OrderByDescending(e => e.MeetingOn).ThenByDescending(e => e.Number).ThenByDescending(e => e.Revision)
            .ThenBy(e => e.Id).Take(Found.Most)
            .Select(e => new { e.Id, e.Number, e.Revision, e.MeetingOn, Board = db.Bodies.Single(b => b.Id == e.BodyId).Name })
            .ToListAsync(cancel);
        return new("Reports", total,
            [.. first.Select(e => new Found.Hit(EditionWords.Called(e.Number, e.Revision),
                $"/Reports/{e.Id}", $"{e.Board}, meeting on {e.MeetingOn.Words()}"))]);
    }
}
