using Microsoft.EntityFrameworkCore;
using Portal.Features.Returns;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;
using Portal.Features.Returns.Totals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed partial class HandingOnAReturn : InACycle
{
    private Id<AgencyReturn> id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        await Desk.HasLeads();
        id = await Desk.Opened();
    }

    [Fact]
    public async Task Goes_all_the_way_round_with_an_event_and_a_message_at_each_step()
    {
        await Desk.Submit(id);
        await Desk.RequestChanges(id, "Say how release is paid for");
        Assert.Equal("Say how release is paid for", (await Desk.Load(id)).ChangeNote);
        await Desk.Send(id);
        await Desk.Sign(id);
        await Desk.Accept(id);
        var next = await Desk.Reopen(id);
        var (old, now) = (await Desk.Load(id), await Desk.Load(next));
        Assert.Equal((ReturnState.Accepted, ReturnState.Reopened, 2, "A team moved"), (old.State, now.State, now.Number, now.ChangeNote));
        Assert.Equal(
            [
                ReturnStep.Opened, ReturnStep.Sent, ReturnStep.Signed, ReturnStep.ChangesRequested, ReturnStep.Sent, ReturnStep.Signed,
                ReturnStep.Accepted
            ], old.Events.Select(e => e.Step));
        Assert.Equal(
            ("Cora Commissioner", Role.Commissioner, "Say how release is paid for"),
            (old.Events[3].By, old.Events[3].Role, old.Events[3].Note));
        var (tess, ed) = (Borough.Tess.Email, Borough.Ed.Email);
        Assert.Equal(
            [
                ("A return to make", tess), ("A return for you to sign", ed), ("A return needs a change", tess),
                ("A return for you to sign", ed), ("A return has been accepted", ed), ("A return has been accepted", tess),
                ("A return is open again", tess)
            ],
            (await Desk.Mail()).Select(m => (m.Subject, (string?)m.ToAddress)));
        Assert.Contains($"/Returns/{id}/Sign", (await Desk.Mail())[1].Text);
        Assert.Contains("Say how release is paid for", (await Desk.Mail())[2].Text);
    }

    [Fact]
    public async Task Refuses_each_hand_that_is_not_its_own()
    {
        Assert.Equal("Confirm 2 lines in the section “People” first", (await Assert.ThrowsAsync<Refused>(() => Desk.Send(id))).Message);
        await Desk.In(async (ConfirmLines confirm) => await confirm.RunAsync(
            Borough.Lead, id, (await Desk.Load(id)).FiguresTakenAt, default));
        Assert.Equal("Answer 10 questions first", (await Assert.ThrowsAsync<Refused>(() => Desk.Send(id))).Message);
        await Desk.Fill(id);
        Assert.Equal(
            "This return is not within your reach", (await Assert.ThrowsAsync<Refused>(() => Desk.Send(id, Borough.OtherLead))).Message);
        Assert.Equal("This return is being written", (await Assert.ThrowsAsync<Refused>(() => Desk.Sign(id))).Message);
        await Desk.Send(id);
        Assert.Equal(
            "This return is waiting for the executive lead, so it cannot be changed now",
            (await Assert.ThrowsAsync<Refused>(() => Desk.Fill(id))).Message);
        Assert.Equal(
            "This return is not within your reach", (await Assert.ThrowsAsync<Refused>(() => Desk.Sign(id, Borough.Lead))).Message);
        Assert.Equal("This return is waiting for the executive lead", (await Assert.ThrowsAsync<Refused>(() => Desk.Accept(id))).Message);
        await Desk.Sign(id);
        Assert.Equal("Enter what should be changed", (await Assert.ThrowsAsync<Refused>(() => Desk.RequestChanges(id, " "))).Message);
        await Desk.Accept(id);
        Assert.Equal(
            "This return is accepted, so it cannot be changed now", (await Assert.ThrowsAsync<Refused>(() => Desk.Fill(id))).Message);
        Assert.Equal("Enter why it is reopened", (await Assert.ThrowsAsync<Refused>(() => Desk.Reopen(id, null))).Message);
        await Desk.Reopen(id);
        Assert.Equal("A newer version of this return is open already", (await Assert.ThrowsAsync<Refused>(() => Desk.Reopen(id))).Message);
    }

    [Fact]
    public async Task Nobody_signs_what_they_sent_themselves_whichever_role_they_act_in()
    {
        await Desk.Fill(id);
        await Desk.Send(id);
        var both = Borough.Executive with { UserId = Borough.Tess.Id, Name = Borough.Tess.Name };
        Assert.Equal(
            "Someone else must sign a return that you sent", (await Assert.ThrowsAsync<Refused>(() => Desk.Sign(id, both))).Message);
        Assert.Equal(ReturnState.AwaitingSignature, (await Desk.Load(id)).State);
    }

    [Fact]
    public async Task A_stale_page_signs_nothing()
    {
        await Desk.Fill(id);
        await Desk.Send(id);
        var seen = await Desk.Version(id);
        await Desk.In((SendBackReturn back) => back.RunAsync(Borough.Executive, id, "Name the owners", seen, default));
        await Desk.Send(id);
        Assert.StartsWith(
            "Someone changed this", await Desk.Refuses((SignReturn sign) => sign.RunAsync(Borough.Executive, id, seen, default)));
        Assert.Contains(
            await Desk.Mail(),
            m => m.Subject == "A return needs a change" && m.ToAddress == Borough.Tess.Email && m.Text.Contains("Name the owners"));
    }

    [Fact]
    public async Task A_new_version_copies_everything_and_leaves_the_accepted_one_alone()
    {
        await Desk.Has(Role.Learner, Borough.Lena, Borough.Homes);
        var seen = await Desk.Version(id);
        await Desk.In((ShareSections share) => share.RunAsync(Borough.Lead, id, Borough.Lena.Id, [ReturnSection.Questions], seen, default));
        await Desk.Fill(id);
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"]);
        await Desk.Cost(id, action, 4, 70, CostFunding.Partnership);
        await Desk.Send(id);
        await Desk.Sign(id);
        await ModerateAsync(1);
        await Desk.Accept(id);
        var next = await Desk.Reopen(id);
        Assert.Equal(
            (await Desk.In((ReturnProgress p) => p.RunAsync(id, default))), await Desk.In((ReturnProgress p) => p.RunAsync(next, default)));
        Assert.Equal((await TotalsAsync(id)), await TotalsAsync(next));
        Assert.All((await Desk.Answers(next)).Values, a => Assert.True(a.IsAnswered));
        Assert.Equal(7, (await Desk.Answers(next)).Values.Count(a => a.ModeratedScore == 1));
        var view = await Desk.In((ReturnView returns) => returns.RunAsync(
            new(Borough.Lena.Id, "Lena", Borough.Partnership.Id, Role.Learner, AgencyId: Borough.Homes.Id), next, default));
        Assert.Equal([ReturnSection.Questions], view!.InHand);

        var dash = (await Desk.Questions(next))["DASH"];
        await Desk.Answer(next, dash, new(3, null, null, null), (await Desk.Answers(next))[dash.Id].Version);
        await Desk.Cost(next, (await ActionsAsync(next)).Single(), 1, 1_000);
        Assert.Equal(
            (2, Money.OfPounds(280)),
            ((await Desk.Answers(id))[dash.Id].Score, (await Desk.In((CostTotals t) => t.RunAsync(id, default))).Total));
        Assert.Equal(Money.OfPounds(1_280), (await Desk.In((CostTotals t) => t.RunAsync(next, default))).Total);
    }

    [Fact]
    public async Task Is_sent_late_and_given_more_time_for_a_reason()
    {
        await Desk.Fill(id);
        var seen = await Desk.Version(id);
        await Desk.In((ExtendReturn extend) => extend.RunAsync(
            Borough.Commissioner, id, ReturnDesk.Due.AddDays(7), "The system was down", seen, default));
        var extended = await Desk.Load(id);
        Assert.Equal(
            (ReturnDesk.Due.AddDays(7), "The system was down", ReturnStep.Extended),
            (extended.DueAt, extended.ExtensionReason, extended.Events[^1].Step));
        Assert.Contains(
            await Desk.Mail(), m => m.Subject == "More time for a return" && m.Text.Contains("now due by 5pm on 21 December 2026"));
        Desk.Now = ReturnDesk.Due.AddDays(7).AddMinutes(1);
        await Desk.Send(id);
        var late = await Desk.Load(id);
        Assert.Equal((Timeliness.Late, ReturnState.AwaitingSignature), (late.At(Desk.Now), late.State));
        await Desk.Sign(id);
    }

    [Fact]
    public async Task Signing_confirms_the_staff_list_as_on_the_cut_off_day()
    {
        await Desk.Submit(id);
        await using var db = Database.Open();
        Assert.Equal(Today, (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).StaffListConfirmedOn);
    }

    private async Task<(Money, Money?, Money, Money)> TotalsAsync(Id<AgencyReturn> of)
    {
        var totals = await Desk.In((CostTotals costs) => costs.RunAsync(of, default));
        return (totals.Total, totals.PerPerson, totals.ByLevel[1], totals.ByLevel[2]);
    }

    private async Task<List<Id<GapAction>>> ActionsAsync(Id<AgencyReturn> of)
    {
        await using var db = Database.Open();
        return await db.GapActions.Where(a => a.ReturnId == of).Select(a => a.Id).ToListAsync();
    }
}
