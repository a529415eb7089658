using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>Requests that the viewer may find, the newest first.</summary>
public sealed class RequestList(PortalDb db)
{
    /// <param name="Level">Of the level asked for; null for all.</param>
    public sealed record Filter(string? Search, RequestState? State, int? Level, int Page);

    /// <param name="Agency">Null where the partnership itself asks.</param>
    /// <param name="Places">Of all who ask.</param>
    /// <param name="AsksAlong">Whether the viewer’s agency asks along.</param>
    public sealed record Row(
        Id<CommissioningRequest> Id, int Number, string Title, string? Agency, int? Level, int Places, RequestState State, DateOnly? From,
        DateOnly? Until, bool AsksAlong)
    {
        public string Reference => CommissioningRequest.ReferenceOf(Number);
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel) => Matching(viewer, filter.Search)
        .Where(r => filter.State == null || r.State == filter.State).Where(r => filter.Level == null || r.LevelNumber == filter.Level)
        .OrderByDescending(r => r.Number).ThenBy(r => r.Id)
        .Select(r => new Row(r.Id, r.Number, r.Title, db.Agencies.Where(a => a.Id == r.AgencyId).Select(a => a.Name).FirstOrDefault(),
            r.LevelNumber, (r.Places ?? 0) + r.Parties.Sum(p => p.Places), r.State, r.From, r.Until,
            r.Parties.Any(p => p.AgencyId == viewer.AgencyId)))
        .ToPageAsync(filter.Page, cancel);

    /// <summary>Those that may be found, whose title, number, order or agency has the words in it.</summary>
    public IQueryable<CommissioningRequest> Matching(Viewer viewer, string? search)
    {
        var found = db.CommissioningRequests.VisibleTo(viewer);
        if (search?.Trim() is not { Length: > 0 } words) return found;
        var (number, order) = (NumberIn(words, "cr-"), NumberIn(words, "to-"));
        var named = db.Agencies.Where(NameSearch.For(words).Of((Agency a) => a.Name));
        return found.Where(Predicates.Or(NameSearch.For(words).Of((CommissioningRequest r) => r.Title),
            r => r.Number == number || named.Any(a => a.Id == r.AgencyId)
                || db.TrainingOrders.Any(x => x.RequestId == r.Id && x.Number == order)));
    }

    /// <summary>"CR-0007" and "7" are request 7; "TO-0003" is an order. 0 where the words are neither.</summary>
    private static int NumberIn(string words, string prefix)
    {
        var digits = words.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? words[prefix.Length..] : prefix == "cr-" ? words : "";
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
