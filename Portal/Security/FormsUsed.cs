using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Forms;

namespace Portal.Security;

/// <summary>Which opened forms have made what they are for, and where that led. What is someone else's form is nobody's.</summary>
public sealed class FormsUsed(PortalDb db, UkClock clock)
{
    /// <summary>How long the answer of a first click is waited for, which is written just after what it made.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>A form as it was sent.</summary>
    /// <param name="Token">Drawn when the form was opened.</param>
    /// <param name="Print">Of all that was sent, and where to.</param>
    public sealed record Sent(Id<User> UserId, string Token, string Print);

    /// <param name="LedTo">Null when the first answer led nowhere.</param>
    /// <param name="IsSame">Whether what is sent now is what was sent then.</param>
    public sealed record Use(string? LedTo, bool IsSame);

    private bool isTaken;

    /// <summary>Whether the form that was taken in hand has made something.</summary>
    public bool IsSpent => isTaken && db.FormInHand is null;

    public static string NewToken() => Id<UsedForm>.New().ToString();

    /// <summary>What the same person's form has made before; null when it is still good, or was never one of ours.</summary>
    public async Task<Use?> FindAsync(Sent sent, CancellationToken cancel)
    {
        if (!Id<UsedForm>.TryParse(sent.Token, null, out var id)) return null;
        for (var waited = TimeSpan.Zero; ; waited += Patience / 20)
        {
            var found = await db.UsedForms.AsNoTracking().Where(f => f.Id == id && f.UserId == sent.UserId)
                .Select(f => new { f.LedTo, f.Print, f.At }).SingleOrDefaultAsync(cancel);
            if (found is null) return null;
            if (found.LedTo is not null || waited >= Patience || clock.Now - found.At > TimeSpan.FromSeconds(10))
                return new(found.LedTo, found.Print == sent.Print);
            await Task.Delay(Patience / 20, cancel);
        }
    }

    /// <summary>From now on the first save that makes something spends the form.</summary>
    public void Take(Sent sent)
    {
        if (!Id<UsedForm>.TryParse(sent.Token, null, out var id)) return;
        db.FormInHand = new() { Id = id, UserId = sent.UserId, Print = sent.Print, At = clock.Now };
        isTaken = true;
    }

    /// <summary>Says where the form has led, or, when it was refused after all, that it is good again.</summary>
    /// <param name="address">Null when there is no address to lead to.</param>
    public async Task SettleAsync(Sent sent, bool isRefused, string? address)
    {
        if (!IsSpent) return;
        var id = Id<UsedForm>.Parse(sent.Token, null);
        var form = db.UsedForms.Where(f => f.Id == id && f.UserId == sent.UserId);
        // What was saved is saved, whether the person is still waiting for the answer or not.
        if (isRefused) await form.ExecuteDeleteAsync(CancellationToken.None);
        else if (address?.Length <= 2000)
            await form.ExecuteUpdateAsync(f => f.SetProperty(x => x.LedTo, address), CancellationToken.None);
    }
}
