namespace Portal.Tests.Domain;

public class ComparingNames
{
    [Theory]
    [InlineData("Siân O’Brien", "SIAN O'BRIEN")]
    [InlineData("Siân O’Brien", "O’Brien, Siân")]
    [InlineData("Siân O‘Brien", "sian obrien")]
    [InlineData("Anne-Marie Smith-Jones", "Anne Marie Smith Jones")]
    [InlineData("Smith-Jones, Anne-Marie", "anne marie  smith jones")]
    [InlineData("Łukasz Wałęsa", "Lukasz Walesa")]
    [InlineData("Søren Ærø", "Soren Aero")]
    [InlineData("Jürgen Groß", "JURGEN GROSS")]
    [InlineData("Þóra Guðmundsdóttir", "Thora Gudmundsdottir")]
    [InlineData("İpek Işık", "Ipek Isik")]
    [InlineData("José", "Jose\u0301")]
    [InlineData("  Ben\tOkafor ", "ben okafor")]
    public void Two_spellings_of_one_name_are_the_same(string one, string other) => Assert.True(PersonName.IsSame(one, other));

    [Theory]
    [InlineData("Ben Okafor", "Ben Okafer")]
    [InlineData("Ben Okafor", "Ben")]
    [InlineData("Ben Okafor", "Ben James Okafor")]
    [InlineData("Ann Lee", "Anne Lee")]
    // A letter of another alphabet that looks the same is another letter: Cyrillic о.
    [InlineData("Ben Okafor", "Ben Okaf\u043er")]
    [InlineData("Ben Okafor", "")]
    [InlineData("☉☾", "☾☉")]
    public void Two_names_are_not(string one, string other) => Assert.False(PersonName.IsSame(one, other));

    [Theory]
    [InlineData("Asha Rahman", "Asha Khan", true)]
    [InlineData("Asha Rahman", "Rahman-Khan, Asha", true)]
    [InlineData("A Rahman", "A Khan", false)]
    [InlineData("Asha Rahman", "Zoe Nosy", false)]
    public void Who_marries_keeps_a_part(string one, string other, bool shares) => Assert.Equal(shares, PersonName.SharesPart(one, other));
}
