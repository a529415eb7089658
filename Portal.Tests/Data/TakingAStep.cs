using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Data;

/// <summary>A step of any row, tried with an agency whose staff list is confirmed: within reach, as it was seen, and once.</summary>
public sealed class TakingAStep : InASmallBorough
{
    [Fact]
    public async Task Saves_the_change_the_message_and_the_audit_at_once()
    {
        await ConfirmAsync(Borough.Lead, seen: 0);
        await using var db = Database.Open();
        var agency = await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id);
        Assert.Equal((Given.Today, 1), (agency.StaffListConfirmedOn, agency.Version));
        Assert.Equal("step/0", (await db.Outbox.SingleAsync()).Key);
        Assert.Equal("Confirmed Brambleford Homes", (await db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync()).What);
    }

    [Fact]
    public async Task Is_refused_to_whoever_saw_what_stands_no_more()
    {
        await ConfirmAsync(Borough.Lead, seen: 0);
        var no = await Assert.ThrowsAsync<Refused>(() => ConfirmAsync(Borough.Lead, seen: 0));
        Assert.Equal(("Someone changed this while you were looking. Check it and try again", 1), (no.Message, no.Overtaken));
        Assert.Equal((1, 1), await LeftAsync());
    }

    [Fact]
    public async Task Is_refused_on_what_is_out_of_reach_stale_or_not()
    {
        foreach (var seen in new[] { 0, 7 })
        {
            var no = await Assert.ThrowsAsync<Refused>(() => ConfirmAsync(Borough.OtherLead, seen));
            Assert.Equal(("This agency is not within your reach", null), (no.Message, no.Overtaken));
        }
        Assert.Equal((0, 0), await LeftAsync());
    }

    [Fact]
    public async Task Needs_no_version_where_several_write_in_rows_of_their_own()
    {
        await ConfirmAsync(Borough.Lead, seen: 0);
        await ConfirmAsync(Borough.Lead, seen: null, Given.Today.AddDays(1));
        Assert.Equal((2, 2), await LeftAsync());
    }

    [Fact]
    public async Task Is_taken_by_one_of_eight_who_saw_the_same()
    {
        var took = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await ConfirmAsync(Borough.Lead, seen: 0);
                return true;
            }
            catch (Refused no) when (no.Overtaken == 1)
            {
                return false;
            }
        }));
        Assert.Single(took, t => t);
        Assert.Equal((1, 1), await LeftAsync());
    }

    private async Task ConfirmAsync(Viewer viewer, int? seen, DateOnly? day = null)
    {
        await using var db = Database.Open();
        var reach = db.Agencies.VisibleTo(viewer, Permission.ImportStaff);
        await db.StepAsync(viewer, Borough.Homes.Id, reach, seen, "agency", agency =>
        {
            db.Enqueue(new TestMail("tess@example.org", $"step/{agency.Version}"));
            agency.ConfirmStaffList(day ?? Given.Today);
            return Task.FromResult($"Confirmed {agency.Name}");
        }, CancellationToken.None);
    }

    /// <summary>How often the row was changed, and how many messages there are.</summary>
    private async Task<(int Version, int Mail)> LeftAsync()
    {
        await using var db = Database.Open();
        return ((await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).Version, await db.Outbox.CountAsync());
    }
}
