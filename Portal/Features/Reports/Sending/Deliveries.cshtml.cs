using Portal.Security;

namespace Portal.Features.Reports.Sending;

[Allow(Permission.PrepareEditions)]
public sealed class DeliveriesModel(
    EditionView view, DeliveryList deliveries, EditionHistory history, RecipientsToRemind recipients, Viewer viewer, UkClock clock)
    : EditionPageModel(view, viewer)
{
    public IReadOnlyList<DeliveryList.Row> Rows { get; private set; } = [];

    /// <summary>The newest reminder; null when none has gone.</summary>
    public EditionHistory.Row? Reminded { get; private set; }

    /// <summary>How many can be reminded: those who have not acknowledged it and still may.</summary>
    public int ToRemind { get; private set; }
    public int Acknowledged => Rows.Count(r => r.AcknowledgedAt is not null);
    private int Waiting => Rows.Count - Acknowledged;

    /// <summary>Whether one went today already.</summary>
    public bool RemindedToday => Reminded is { } last && UkClock.DayOf(last.At) == clock.Today;

    /// <summary>"11 of 21 have acknowledged edition 3. Of the other 10, 4 have opened it."</summary>
    public string Standing =>
        $"{Acknowledged} of {Rows.Count} {(Acknowledged == 1 ? "has" : "have")} acknowledged edition {Edition.Number}."
        + (Waiting == 0 ? "" : $" Of the other {Waiting}, {Opened} opened it.")
        + (Edition.State == EditionState.Issued && Waiting > ToRemind
            ? $" {Waiting - ToRemind} of them {(Waiting - ToRemind == 1 ? "is" : "are")} no longer in a role that acknowledges reports."
            : "");

    private string Opened => Rows.Count(r => r is { AcknowledgedAt: null, ReadAt: not null }) switch
    {
        0 => "nobody has",
        1 => "1 has",
        var several => $"{several} have",
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await deliveries.RunAsync(Viewer, EditionId, cancel);
        Reminded = (await history.RunAsync(Viewer, EditionId, cancel)).LastOrDefault(s => s.Step == EditionStep.Reminded);
        if (Edition.State == EditionState.Issued) ToRemind = (await recipients.RunAsync(Viewer, EditionId, cancel)).Count;
    }
}
