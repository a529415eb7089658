using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Standards.Talking;

/// <summary>A lead of the agency answers for one of its open flags. The commissioners are told, each once for each answer.</summary>
public sealed class AnswerFlag(PortalDb db, FlagProof proofs, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Flag> flagId, string text, CancellationToken cancel)
    {
        viewer.Require(Permission.AnswerFlags);
        var proof = await proofs.RunAsync(viewer, flagId, 1, cancel) ?? throw new Refused("This flag is not within your reach");
        viewer.Require(Permission.AnswerFlags, proof.Flag.AgencyId);
        await db.OneAtATimeAsync(viewer, async () =>
        {
            var flag = await db.Flags.Include(f => f.Events).SingleAsync(f => f.Id == flagId, cancel);
            flag.Answer(viewer, text, clock.Now);
            db.Tell(await db.CommissionersAsync(viewer, clock.Today, cancel),
                to => new FlagAnsweredMail(FlagFacts.Of(proof), viewer.Name, text, to, flag.Events[^1].Id));
            db.AlsoConcerns([flag.AgencyId]);
            await db.SaveAsync(viewer, $"Answered for the flag {flag.Reference}", cancel);
        }, cancel);
    }
}
