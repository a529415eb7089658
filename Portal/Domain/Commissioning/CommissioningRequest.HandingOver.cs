namespace Portal.Domain;

// What becomes of a request when an agency that asks is merged into another.
public sealed partial class CommissioningRequest
{
    /// <summary>
    /// An agency that asked is now part of another, which has its place: as the one that asks, or as one that asks along. Where both asked,
    /// their places are added up, but for what was decided: there each keeps the share that it had.
    /// </summary>
    /// <param name="words">What happened, for its history.</param>
    public void HandOver(Viewer viewer, Id<Agency> from, Id<Agency> to, string words, DateTime now)
    {
        if (AgencyId == from)
        {
            AgencyId = to;
            helpers.Clear();
            if (Decision is null && parties.Find(p => p.AgencyId == to) is { } along)
            {
                Places = (Places ?? 0) + along.Places;
                parties.Remove(along);
            }
        }
        else if (parties.Find(p => p.AgencyId == from) is { } left)
        {
            parties.Remove(left);
            if (parties.Find(p => p.AgencyId == to) is { } known) known.Places += left.Places;
            else if (AgencyId == to && Decision is null) Places = (Places ?? 0) + left.Places;
            else parties.Add(new() { RequestId = Id, AgencyId = to, Places = left.Places });
        }
        else throw new Refused("This agency does not ask for it");
        Note(RequestStep.HandedOver, viewer, now, words);
    }
}
