using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>The agencies with an open flag, the worst first, and what an edition says of each.</summary>
public sealed class EditionAgencies(PortalDb db)
{
    /// <summary>What was found of agencies beside their standards.</summary>
    /// <param name="StaffListOf">When an agency's staff list had last been confirmed.</param>
    /// <param name="Returns">By agency, for those who were asked for one.</param>
    /// <param name="Costs">By agency, for those who had signed one.</param>
    public sealed record Beside(
        Func<Agency, DateOnly?> StaffListOf,
        IReadOnlyDictionary<Id<Agency>, ReturnEntry> Returns,
        IReadOnlyDictionary<Guid, AgencyCost> Costs);

    public async Task<IReadOnlyList<AgencyEntry>> RunAsync(
        Viewer viewer, CutOff cutOff, EditionContent? before, Beside beside, CancellationToken cancel)
    {
        var leads = (await db.Memberships.OfPartnership(viewer).CurrentOn(db, cutOff.Day)
            .Where(m => !m.IsDeputy && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead))
            .Select(m => new { m.AgencyId, m.Role }).ToListAsync(cancel)).Select(m => (m.AgencyId, m.Role)).ToHashSet();
        var reported = before?.Flags.ToDictionary(f => f.FlagId) ?? [];
        return
        [
            .. EditionSentences.InOrder(
                from scope in cutOff.Agencies
                let agency = scope.Agency
                let flags = cutOff.FlagsOf(agency).Select(f => Entry(cutOff, f, reported.GetValueOrDefault(f.Id.Value))).ToList()
                where flags.Count > 0
                select new AgencyEntry(
                    AgencyId: agency.Id.Value,
                    Name: agency.Name,
                    Type: agency.Type.Words(),
                    Duty: agency.Duty.Words(),
                    Phase: scope.Phase,
                    TrainingLeadInPost: leads.Contains((agency.Id, Role.TrainingLead)),
                    ExecutiveLeadInPost: leads.Contains((agency.Id, Role.ExecutiveLead)),
                    StaffListConfirmedOn: beside.StaffListOf(agency),
                    Flags: [.. flags.OrderByDescending(f => f.Severity).ThenBy(f => f.FirstSeenOn).ThenBy(f => f.Code)
                        .ThenBy(f => f.Level)],
                    Return: beside.Returns.GetValueOrDefault(agency.Id),
                    Cost: beside.Costs.GetValueOrDefault(agency.Id.Value))),
        ];
    }

    private static FlagEntry Entry(CutOff cutOff, Flag flag, FlagEntry? last)
    {
        var (standard, result) = (cutOff.StandardOf(flag.StandardCode)!, cutOff.ResultOf(flag));
        var (outcome, numerator, denominator) = (result?.Outcome ?? Outcome.Unknown, result?.Numerator ?? 0, result?.Denominator ?? 0);
        return new(
            FlagId: flag.Id.Value,
            Reference: flag.Reference,
            Code: flag.StandardCode,
            Level: cutOff.LevelCode(flag.Level),
            ShortName: standard.ShortName,
            Wording: standard.Wording,
            Outcome: outcome,
            Numerator: numerator,
            Denominator: denominator,
            MetAt: standard.MetAt,
            Severity: flag.Severity,
            FirstSeenOn: flag.FirstSeenOn,
            AgeInDays: flag.AgeInDays(cutOff.Day),
            Occurrence: flag.Occurrence,
            TimesReported: (last?.TimesReported ?? 0) + 1,
            Change: EditionSentences.Change(last, outcome, numerator, denominator),
            ClearedBy: standard.ClearedBy,
            WaivedUntil: flag.WaivedUntil >= cutOff.Day ? flag.WaivedUntil : null);
    }
}
