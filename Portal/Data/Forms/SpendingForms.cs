using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.Forms;

namespace Portal.Data;

// Forms that are used once.
public abstract partial class PortalDb
{
    /// <summary>The form that this request has sent: spent by the first save that makes something, and null from then on.</summary>
    public UsedForm? FormInHand { get; set; }

    /// <summary>Writes the form beside what it makes; a form that only changes what is there can be sent again.</summary>
    private void SpendForm()
    {
        if (FormInHand is not { } form || Entry(form).State != EntityState.Detached) return;
        if (withSave.Count > 0 || ChangeTracker.Entries().Any(e => e.State == EntityState.Added && !AuditTrail.KeepsOwnHistory(e)))
            UsedForms.Add(form);
    }

    private void ForgetSpentForm()
    {
        if (FormInHand is { } form && Entry(form).State == EntityState.Unchanged) FormInHand = null;
    }
}
