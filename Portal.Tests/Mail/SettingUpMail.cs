using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Mail;

namespace Portal.Tests.Mail;

public sealed class SettingUpMail : IDisposable
{
    private static readonly string[] Password = ["UserName=portal", "Password=secret"];
    private static readonly string[] Token =
        ["UserName=portal@x.example", "TokenAddress=https://login.x.example/token", "ClientId=1", "ClientSecret=2"];

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory, InlineData("StartTls", 587), InlineData("Tls", 465), InlineData("None", 25)]
    public void Chooses_the_port_that_is_usual(string security, int port) => Assert.Equal(port, Options($"Security={security}").ServerPort);

    [Fact]
    public void Keeps_the_line_private_unless_told() =>
        Assert.Equal((MailSecurity.StartTls, 587, true), (Options().Security, Options().ServerPort, Options().CheckRevocation));

    [Fact]
    public void Takes_a_password_a_token_or_neither()
    {
        Assert.Null(Options().UserName);
        Assert.Equal("secret", Options(Password).Password);
        Assert.Equal("https://login.x.example/token", $"{Options(Token).TokenAddress}");
        var onLoopback = Token.Where(t => !t.StartsWith("TokenA", StringComparison.Ordinal));
        Assert.NotNull(Options([.. onLoopback, "TokenAddress=http://127.0.0.1:5000/token"]).TokenAddress);
    }

    [Theory]
    [InlineData("Mail:Password is missing, and Mail:UserName is set", "UserName=portal")]
    [InlineData("Mail:UserName is missing: whose password is it?", "Password=secret")]
    [InlineData("Mail:UserName is missing: whose token is it?", "TokenAddress=https://x.example/", "ClientId=1", "ClientSecret=2")]
    [InlineData("Mail:Security must be StartTls or Tls, or the password would", "Security=None", "UserName=portal", "Password=secret")]
    [InlineData("Mail:Security must be StartTls or Tls, or the token would",
        "Security=None", "UserName=p", "TokenAddress=https://x.y/", "ClientId=1", "ClientSecret=2")]
    [InlineData("Mail:Password and Mail:ClientSecret are two ways to sign in", "UserName=portal", "Password=secret", "ClientSecret=2")]
    [InlineData("Mail:ClientSecret is missing", "UserName=portal", "TokenAddress=https://x.example/", "ClientId=1")]
    [InlineData("Mail:TokenAddress must begin with https", "UserName=p", "TokenAddress=http://x.y/token", "ClientId=1", "ClientSecret=2")]
    [InlineData("Mail:TokenAddress must begin with https://", "UserName=p", "TokenAddress=token", "ClientId=1", "ClientSecret=2")]
    [InlineData("Mail:From must be an address of yours when Mail:Host is set", "Host=mail.x.example", "From=portal@example.org")]
    [InlineData("Mail:DkimKeyFile and Mail:DkimSelector need each other", "DkimSelector=portal")]
    [InlineData("Mail:DkimDomain is set, and Mail:DkimKeyFile is missing", "DkimDomain=x.example")]
    [InlineData("Mail:DkimKeyFile must be a PEM file with a private RSA key: ", "DkimSelector=portal", "DkimKeyFile=/nowhere/key.pem")]
    [InlineData("Mail:AuthorityFile must be a PEM file with certificates: ", "AuthorityFile=/nowhere/ca.pem")]
    [InlineData("Security", "Security=7")]
    public void Stops_the_portal_with_a_sentence(string sentence, params string[] settings) =>
        Assert.Contains(sentence, Assert.Throws<OptionsValidationException>(() => Options(settings)).Message);

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        var sentences = Assert.Throws<OptionsValidationException>(() => Options("UserName=portal", "DkimSelector=portal")).Failures;
        Assert.Equal(2, sentences.Count());
    }

    [Fact]
    public void Refuses_a_key_that_is_public_short_or_none()
    {
        using var good = RSA.Create(2048);
        using var shorter = RSA.Create(512);
        foreach (var text in new[] { good.ExportSubjectPublicKeyInfoPem(), shorter.ExportPkcs8PrivateKeyPem(), "no key" })
        {
            File.WriteAllText(file, text);
            var sentence = Assert.Throws<OptionsValidationException>(() => Options("DkimSelector=portal", $"DkimKeyFile={file}")).Message;
            Assert.Contains("Mail:DkimKeyFile must be", sentence);
        }
        File.WriteAllText(file, good.ExportPkcs8PrivateKeyPem());
        Assert.Equal("portal.example", Options("DkimSelector=portal", $"DkimKeyFile={file}").SigningDomain);
        Assert.Contains("there is none in it", Assert.Throws<OptionsValidationException>(() => Options($"AuthorityFile={file}")).Message);
    }

    /// <param name="settings">As "Host=mail.example.org", each in the section of mail.</param>
    private static MailOptions Options(params string[] settings)
    {
        var pairs = settings.Prepend("From=portal@portal.example").Select(s => s.Split('=', 2)).GroupBy(s => s[0], s => s[1]);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(pairs.ToDictionary(p => $"Mail:{p.Key}", p => (string?)p.Last())).Build();
        using var services = new ServiceCollection().AddMail(configuration).BuildServiceProvider();
        return services.GetRequiredService<MailOptions>();
    }
}
