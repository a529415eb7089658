using Portal.Features.Hubs;

namespace Portal.Features.Agencies;

/// <summary>Who leads an open agency.</summary>
public sealed class LeadsPanel : IAgencyPanel
{
    public sealed record Leads(AgencyView.Details Agency, bool MayInvite, bool MayConfirm, bool MayNameDeputy);

    public int Order => 20;

    public Task<Panel?> RunAsync(Viewer viewer, AgencyView.Details agency, CancellationToken cancel) => Task.FromResult(
        !agency.IsOpen ? null : new Panel("~/Features/Agencies/_Leads.cshtml", new Leads(
            agency, viewer.May(Permission.ManagePeople), agency.May(viewer, Permission.ConfirmLeads),
            agency.May(viewer, Permission.InviteStaff))));
}
