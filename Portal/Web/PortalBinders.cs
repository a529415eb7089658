using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>
/// How posted text becomes values: days from three boxes, money and times as people type them, text
/// trimmed, and empty text null.
/// </summary>
public sealed class PortalBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata switch
    {
        { UnderlyingOrModelType: var type } when type == typeof(DateOnly) => new DayBinder(),
        { UnderlyingOrModelType: var type } when type == typeof(Money) => new MoneyBinder(),
        { UnderlyingOrModelType: var type } when type == typeof(TimeOnly) => new TimeBinder(),
        { ModelType: var type, DataTypeName: not nameof(DataType.Password) } when type == typeof(string) => new TrimmedTextBinder(),
        _ => null,
    };

    /// <summary>Binders, and the framework's own refusals in plain words.</summary>
    public static void Add(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new PortalBinders());
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((_, name) => $"{name} is not in a form we can read");
        say.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        say.SetValueMustNotBeNullAccessor(_ => "This answer is needed");
        say.SetUnknownValueIsInvalidAccessor(name => $"{name} is not in a form we can read");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "That is not in a form we can read");
    }
}
