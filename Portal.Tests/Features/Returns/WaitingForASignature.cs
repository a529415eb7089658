using Microsoft.EntityFrameworkCore;
using Portal.Features.Hubs;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Reminders;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>What happens while a return waits for its executive lead. It is due four weeks after today, 16 November 2026.</summary>
public sealed class WaitingForASignature : InACycle
{
    private const string StillYours = "A return still waits for your signature";
    private const string StillWaits = "A return still waits for a signature";
    private Id<AgencyReturn> id;
    private Membership executive = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Desk.Has(Role.TrainingLead, Borough.Tess, Borough.Homes);
        executive = await Desk.Has(Role.ExecutiveLead, Borough.Ed, Borough.Homes);
        id = await Desk.Opened();
        await Desk.Fill(id);
    }

    [Fact]
    public async Task Both_leads_hear_after_5_working_days_and_14_7_and_2_days_before_it_is_due_and_no_more()
    {
        await Desk.Send(id);
        List<(int Day, string Subject, string To)> told = [];
        for (var day = 0; day < 60; day++) told.AddRange((await RemindAsync(Today.AddDays(day))).Select(m => (day, m.Subject, m.To)));
        Assert.Equal(new[] { 7, 14, 21, 26 }.SelectMany(d => new[] { (d, StillYours, Ed), (d, StillWaits, Tess) }), told);
        var mail = await Desk.Mail();
        Assert.Contains($"/Returns/{id}/Sign", mail.First(m => m.Subject == StillYours).Text);
        Assert.Contains("who has been reminded", mail.First(m => m.Subject == StillWaits).Text);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_signed_sent_back_or_of_an_agency_that_has_closed()
    {
        await Desk.Send(id);
        var seen = await Desk.Version(id);
        await Desk.In((SendBackReturn back) => back.RunAsync(Borough.Executive, id, "Name the owners", seen, default));
        Assert.Empty(await RemindAsync(Today.AddDays(8)));
        await Desk.Send(id);
        await CloseAsync(Today);
        Assert.Empty(await RemindAsync(Today.AddDays(20)));
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        await CloseAsync(null);
        await Desk.Sign(id);
        Assert.Empty(await RemindAsync(Today.AddDays(21)));
    }

    [Fact]
    public async Task What_is_sent_again_after_it_was_signed_is_reminded_of_by_working_days_alone()
    {
        await Desk.Send(id);
        await Desk.Sign(id);
        await Desk.RequestChanges(id, "Name the owners");
        await Desk.Send(id);
        List<int> days = [];
        for (var day = 0; day < 40; day++) if ((await RemindAsync(Today.AddDays(day))).Count > 0) days.Add(day);
        Assert.Equal([7], days);
    }

    [Fact]
    public async Task Who_comes_into_post_later_is_asked_at_once_and_only_once_even_by_two_nodes()
    {
        await Desk.Send(id);
        await EndAsync(executive);
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        Desk.Now = UkClock.At(Today.AddDays(7), new(10, 0));
        await ComesAsync(Today.AddDays(7));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Desk.In((AskSignersJob job) => job.RunAsync(default))));
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        var told = Assert.Single(await Desk.Mail(), m => m.ToAddress == Borough.Cora.Email);
        Assert.Equal("A return for you to sign", told.Subject);
        Assert.Contains($"/Returns/{id}/Sign", told.Text);
        // Five working days are over today, but someone who was asked an hour ago is not reminded tomorrow.
        Assert.Equal([(StillWaits, Tess)], await RemindAsync(Today.AddDays(8)));
        Assert.Equal([(StillYours, Cora), (StillWaits, Tess)], await RemindAsync(Today.AddDays(14)));
        await SignAsync();
    }

    [Fact]
    public async Task The_executive_lead_who_was_asked_when_it_was_sent_is_not_asked_again_until_it_is_sent_again()
    {
        await Desk.Send(id);
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        var seen = await Desk.Version(id);
        await Desk.In((SendBackReturn back) => back.RunAsync(Borough.Executive, id, "Name the owners", seen, default));
        Desk.Now = Desk.Now.AddMinutes(1);
        await Desk.Send(id);
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        Assert.Equal(2, (await Desk.Mail()).Count(m => m.Subject == "A return for you to sign"));
    }

    [Fact]
    public async Task While_nobody_can_sign_the_training_lead_and_the_commissioner_find_it_as_a_task()
    {
        Assert.Empty(await TasksAsync(Borough.Commissioner));
        await EndAsync(executive);
        // Whoever sent it cannot sign it, even as the new executive lead.
        await Desk.Has(Role.ExecutiveLead, Borough.Tess, Borough.Homes);
        await Desk.Send(id);
        Assert.DoesNotContain(await Desk.Mail(), m => m.Subject == "A return for you to sign");
        Assert.Null(await Desk.In((AskSignersJob job) => job.RunAsync(default)));
        Assert.Equal([(StillWaits, Tess)], await RemindAsync(Today.AddDays(7)));
        Assert.Contains("Ask the commissioner for an executive lead", (await Desk.Mail())[^1].Text);
        Assert.Equal(
            new("Name an executive lead who can sign a return", $"/Agencies/{Borough.Homes.Id}", null,
                "Sent for a signature, and nobody is in post who can give it"),
            Assert.Single(await TasksAsync(Borough.Commissioner)));
        Assert.Equal(
            new("Ask the commissioner for an executive lead", $"/Agencies/{Borough.Homes.Id}", null,
                "The return for Phase 1, 2026 waits for a signature, and nobody is in post who can give it"),
            Assert.Single(await TasksAsync(Borough.Lead)));
        await ComesAsync(Today);
        Assert.Empty(await TasksAsync(Borough.Commissioner));
        Assert.Empty(await TasksAsync(Borough.Lead));
    }

    [Fact]
    public async Task Someone_who_has_left_signs_nothing_and_the_next_one_does()
    {
        await Desk.Send(id);
        await EndAsync(executive);
        await using (var db = Database.Open())
            Assert.False(await db.Memberships.AnyAsync(m => m.UserId == Borough.Ed.Id && (m.Until == null || m.Until > Today)));
        await ComesAsync(Today);
        await SignAsync();
        var signed = await Desk.Load(id);
        Assert.Equal(("Cora Commissioner", Borough.Cora.Id), (signed.SignedByName, signed.SignedBy));
    }

    private string Tess => Borough.Tess.Email!;
    private string Ed => Borough.Ed.Email!;
    private string Cora => Borough.Cora.Email!;

    private Task<IReadOnlyList<HomeTask>> TasksAsync(Viewer viewer) => Desk.TasksAsync(viewer);

    private Task SignAsync() => Desk.Sign(id, Borough.Executive with { UserId = Borough.Cora.Id, Name = Borough.Cora.Name });

    /// <summary>What the job adds to the outbox when it runs on a morning, and again that afternoon.</summary>
    private async Task<List<(string Subject, string To)>> RemindAsync(DateOnly day)
    {
        var before = (await Desk.Mail()).Select(m => m.Id).ToHashSet();
        foreach (var hour in new[] { 7, 15 })
        {
            Desk.Now = UkClock.At(day, new(hour, 40));
            await Desk.In((RemindSignersJob job) => job.RunAsync(default));
        }
        return [.. (await Desk.Mail()).Where(m => !before.Contains(m.Id)).Select(m => (m.Subject, m.ToAddress))
            .OrderBy(m => m.ToAddress, StringComparer.Ordinal)];
    }

    /// <summary>Cora comes into post as executive lead.</summary>
    private Task ComesAsync(DateOnly day) => Borough.SaveAsync(Database,
        Given.Membership(Borough.Partnership.Id, Borough.Cora, Role.ExecutiveLead, Borough.Homes, from: day));

    private async Task EndAsync(Membership membership)
    {
        await using var db = Database.Open();
        (await db.Memberships.SingleAsync(m => m.Id == membership.Id)).End(Today);
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
    }

    private async Task CloseAsync(DateOnly? day)
    {
        await using var db = Database.Open();
        await db.Agencies.Where(a => a.Id == Borough.Homes.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.ClosedOn, day));
    }
}
