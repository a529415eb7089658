using System.Globalization;
using System.Text;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>Invents people: a name from the lists and a work e-mail that nobody else has.</summary>
internal sealed class People(Dice dice, NamesSeed names, Id<Partnership> partnershipId)
{
    private readonly HashSet<string> taken = [];

    public StaffMember Next(string domain)
    {
        var (given, family) = (dice.Pick(names.Given), dice.Pick(names.Family));
        return new StaffMember
        {
            Id = dice.Id<StaffMember>(), PartnershipId = partnershipId, Name = $"{given} {family}", Email = Email(given, family, domain)
        };
    }

    private string Email(string given, string family, string domain)
    {
        var local = $"{Plain(given)}.{Plain(family)}";
        var email = $"{local}@{domain}";
        for (var n = 2; !taken.Add(email); n++) email = string.Create(CultureInfo.InvariantCulture, $"{local}{n}@{domain}");
        return email;
    }

    private static string Plain(string name) =>
        new([.. name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);
}
