using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Audit;

[Allow(Permission.ReadAudit)]
public sealed class IndexModel(AuditList list, AuditNames names, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Person { get; set; }
    [BindProperty(SupportsGet = true)] public string? Words { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "From")] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "To")] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? Kind { get; set; }
    public Page<AuditList.Row> Found { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;
    public IReadOnlyList<Choice> Kinds => [.. list.Kinds().Select(k => new Choice(k, AuditFields.Words(k)))];

    public IReadOnlyList<FilterPanel.Choosing> Chosen =>
    [
        ..
           from choice in new[]
           {
               (nameof(Person), Person), (nameof(Words), Words), (nameof(From), From is { } first ? $"from {first.Short()}" : null),
               (nameof(To), To is { } last ? $"to {last.Short()}" : null), (nameof(Kind), Kind is null ? null : AuditFields.Words(Kind))
           }
           where choice.Item2 is not null
           select new FilterPanel.Choosing(
               choice.Item2,
               Request.With(
                   (choice.Item1, null), ($"{choice.Item1}.Day", null), ($"{choice.Item1}.Month", null), ($"{choice.Item1}.Year", null))),
    ];

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancel)
    {
        Found = await list.RunAsync(viewer, new(Person, Words, From, To, Kind), number, cancel);
        Names = await names.RunAsync(viewer, Found.Rows.SelectMany(r => r.Changes), cancel);
    }
}
