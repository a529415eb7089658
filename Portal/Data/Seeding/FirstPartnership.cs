using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Seeding;

/// <summary>The partnership that a new installation begins with.</summary>
public sealed class FirstPartnershipOptions : ISettings
{
    public static string Section => "Partnership";

    [Required] public string Name { get; init; } = "Safer Borough Partnership";
    [Required] public string ShortName { get; init; } = "SBP";
    [Required, EmailAddress] public string SupportEmail { get; init; } = "training.portal@localhost";
}

/// <summary>Adds the first partnership to a database that has none.</summary>
public sealed class FirstPartnership(PortalDb db, SeedFiles seeds, FirstPartnershipOptions options)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await db.Partnerships.AnyAsync(cancel)) return;
        var first = new Partnership
        {
            Name = options.Name, ShortName = options.ShortName, FrameworkCode = seeds.Framework.Code, SupportEmail = options.SupportEmail,
            Resolution = seeds.Partnership.Resolution
        };
        db.Partnerships.Add(first);
        await db.SaveAsync(Viewer.System(first.Id), "Added the first partnership", cancel);
    }
}
