using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Portal;

/// <summary>A section of the configuration as one record, which stands beside its user and says in attributes what cannot work.</summary>
public interface ISettings
{
    /// <summary>What the section is called.</summary>
    static abstract string Section { get; }
}

/// <summary>Binds the sections, and stops the start with a sentence for each setting that cannot work.</summary>
public static class Settings
{
    /// <summary>Binds a section. Whoever needs it asks for the record itself: settings are read once, at the start.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, IConfiguration configuration)
        where T : class, ISettings
    {
        services.AddSingleton<IValidateOptions<T>, Rules<T>>().AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        return services.AddOptions<T>().Bind(configuration.GetSection(T.Section)).ValidateOnStart();
    }

    /// <summary>Asks for every section before anything is opened. A host would do so as it starts, which is after the migration.</summary>
    /// <remarks>A process of the portal's own says the sentences and ends with 1; whoever hosts it otherwise gets the exception.</remarks>
    public static THost CheckSettings<THost>(this THost host) where THost : IHost
    {
        try
        {
            host.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception wrong) when (Assembly.GetEntryAssembly() == typeof(Settings).Assembly)
        {
            foreach (var sentence in Sentences(wrong)) Console.Error.WriteLine(sentence);
            Environment.Exit(1);
        }
        return host;
    }

    /// <summary>Of several sections, of one, or of a word that is no number where one is asked for: the framework's own sentence.</summary>
    private static IEnumerable<string> Sentences(Exception wrong) => wrong switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Sentences),
        OptionsValidationException rules => rules.Failures,
        _ => [wrong.Message],
    };

    /// <summary>The data annotations, as the framework checks them, but each sentence names its setting as an operator writes it.</summary>
    private sealed class Rules<T> : IValidateOptions<T> where T : class, ISettings
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            List<ValidationResult> broken = [];
            foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var setting = new ValidationContext(options) { MemberName = property.Name, DisplayName = $"{T.Section}:{property.Name}" };
                Validator.TryValidateProperty(property.GetValue(options), setting, broken);
            }
            if (broken.Count == 0 && options is IValidatableObject several) broken.AddRange(several.Validate(new(options)));
            return broken.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken.Select(b => b.ErrorMessage!));
        }
    }
}
