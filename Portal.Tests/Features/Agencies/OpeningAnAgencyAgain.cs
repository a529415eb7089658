using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Agencies.Closing;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

/// <summary>An agency was closed or merged in error.</summary>
public sealed class OpeningAnAgencyAgain : InASmallBorough
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Brings_back_the_jobs_and_roles_that_ended_with_it_and_no_other(bool merged)
    {
        var today = Database.Clock.Today;
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, started: new(2024, 1, 8));
        var left = await Borough.HasAsync(Database, "Bo Left", Borough.Officer, started: new(2024, 1, 8));
        var until = today.AddMonths(6);
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == left.Id)).Leave(today);
            var lead = Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes);
            lead.End(until);
            db.Add(lead);
            await db.SaveAsync(Borough.Lead, "Left that very day", default);
        }
        await CloseAsync(merged);
        await OpenAsync();

        await using var after = Database.Open();
        var homes = await after.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id);
        Assert.Equal((null, null), (homes.ClosedOn, homes.MergedIntoId));
        var posts = await after.Posts.ToListAsync();
        Assert.Null(posts.Single(p => p.StaffId == asha.Id && p.AgencyId == homes.Id).LeftOn);
        Assert.Equal(today, posts.Single(p => p.StaffId == left.Id).LeftOn);
        Assert.Equal(merged ? today : null, posts.SingleOrDefault(p => p.AgencyId == Borough.Clinic.Id)?.LeftOn);
        Assert.Equal(until, (await after.Memberships.SingleAsync()).Until);
    }

    [Fact]
    public async Task Leaves_alone_who_has_left_since()
    {
        var asha = await Borough.HasAsync(Database, "Asha Rahman", Borough.Officer, started: new(2024, 1, 8));
        var bo = await Borough.HasAsync(Database, "Bo Unmapped", null, started: new(2024, 1, 8));
        await CloseAsync(merged: true);
        Database.Time.Advance(TimeSpan.FromDays(10));
        await using (var db = Database.Open())
        {
            (await db.Posts.SingleAsync(p => p.StaffId == bo.Id && p.AgencyId == Borough.Clinic.Id)).Leave(Database.Clock.Today);
            await db.SaveAsync(Borough.OtherLead, "Left", default);
            var (agency, reopen) = (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id), Reopening(db));
            Assert.Equal(new ReopenAgency.Consequence(1, 1, 0), await reopen.ForeseeAsync(Borough.Commissioner, agency, default));
        }
        await OpenAsync();
        await using var after = Database.Open();
        var here = await after.Posts.Where(p => p.AgencyId == Borough.Homes.Id).ToDictionaryAsync(p => p.StaffId, p => p.LeftOn);
        Assert.True(here[asha.Id] is null && here[bo.Id] is not null);
    }

    [Fact]
    public async Task Is_for_the_commissioner_within_thirty_days_and_while_the_other_agency_is_open()
    {
        Assert.Equal("Brambleford Homes is open", (await RefusedAsync(Borough.Commissioner)).Message);
        await CloseAsync(merged: true);
        await RefusedAsync(Borough.OtherLead);
        await using (var db = Database.Open())
            await new CloseAgency(db, Database.Clock).RunAsync(Borough.Commissioner, Borough.Clinic.Id, null, 0, default);
        Assert.StartsWith("Brook Lane Clinic, which carried its work on, has closed", (await RefusedAsync(Borough.Commissioner)).Message);
        await OpenAsync(Borough.Clinic.Id);
        Database.Time.Advance(TimeSpan.FromDays(31));
        Assert.StartsWith("Brambleford Homes closed more than 30 days ago", (await RefusedAsync(Borough.Commissioner)).Message);
    }

    private ReopenAgency Reopening(PortalDb db) => new(db, new WhatClosed(db), Database.Clock);

    private async Task CloseAsync(bool merged)
    {
        await using var db = Database.Open();
        await new CloseAgency(db, Database.Clock)
            .RunAsync(Borough.Commissioner, Borough.Homes.Id, merged ? Borough.Clinic.Id : null, 0, default);
    }

    private Task OpenAsync() => OpenAsync(Borough.Homes.Id);

    private async Task OpenAsync(Id<Agency> id)
    {
        await using var db = Database.Open();
        var version = await db.Agencies.Where(a => a.Id == id).Select(a => a.Version).SingleAsync();
        await Reopening(db).RunAsync(Borough.Commissioner, id, version, default);
    }

    private async Task<Refused> RefusedAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        var version = await db.Agencies.Where(a => a.Id == Borough.Homes.Id).Select(a => a.Version).SingleAsync();
        return await Assert.ThrowsAsync<Refused>(() => Reopening(db).RunAsync(viewer, Borough.Homes.Id, version, default));
    }
}
