namespace Portal.Domain;

// What becomes of a request when an agency that asks is merged into another.
public sealed partial class CommissioningRequest
{
    /// <summary>
    /// An agency that asked is now part of another, which has its place: as the one that asks, or as one that asks along. Where both asked,
    /// their places are added up. Of what was decided the shares must stay, so <see cref="MayHandOver"/> says where they do.
    /// </summary>
    /// <param name="words">What happened, for its history.</param>
    public void HandOver(Viewer viewer, Id<Agency> from, Id<Agency> to, string words, DateTime now)
    {
        if (!MayHandOver(to)) throw new Refused("Who pays what was decided, and would change");
        if (AgencyId == from)
        {
            AgencyId = to;
            helpers.Clear();
            if (parties.Find(p => p.AgencyId == to) is { } along)
            {
                Places = (Places ?? 0) + along.Places;
                parties.Remove(along);
            }
        }
        else if (parties.Find(p => p.AgencyId == from) is { } left)
        {
            parties.Remove(left);
            if (parties.Find(p => p.AgencyId == to) is { } known) known.Places += left.Places;
            else if (AgencyId == to) Places = (Places ?? 0) + left.Places;
            else parties.Add(new() { RequestId = Id, AgencyId = to, Places = left.Places });
        }
        else throw new Refused("This agency does not ask for it");
        Note(RequestStep.HandedOver, viewer, now, words);
    }

    /// <summary>
    /// Whether another agency can have the place of one that asked: always before the decision; after it where nobody’s share changes,
    /// which it does where both asked, or where cost is shared by how many people each agency had.
    /// </summary>
    public bool MayHandOver(Id<Agency> to) => Decision is null || parties.Count == 0
        || (Sharing != SharingRule.ByHeadcount && AgencyId != to && !parties.Exists(p => p.AgencyId == to));
}
