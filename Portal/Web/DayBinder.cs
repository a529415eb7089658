using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Components.GovUk;
using Portal.Web.TagHelpers;

namespace Portal.Web;

/// <summary>
/// Binds a <see cref="DateOnly"/> from three boxes (<c>Name.Day</c>, <c>Name.Month</c>, <c>Name.Year</c>), and says which of them is wrong
/// in the words of the GOV.UK date pattern. A single <c>Name=2026-11-21</c> binds too, for links. A month may be typed as a word.
/// The property's display name begins the sentence: "Start date must be a real date". Three empty boxes bind nothing,
/// which [Required] may refuse.
/// </summary>
public sealed class DayBinder : IModelBinder
{
    private static readonly string[] Parts = ["Day", "Month", "Year"];

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var name = binding.ModelName;
        if (binding.ValueProvider.GetValue(name).FirstValue is { Length: > 0 } whole)
        {
            binding.ModelState.SetModelValue(name, binding.ValueProvider.GetValue(name));
            return DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var linked)
                ? Done(binding, linked)
                : Refuse(binding, "must be a real date");
        }

        var typed = new string[3];
        for (var i = 0; i < 3; i++)
        {
            var value = binding.ValueProvider.GetValue($"{name}.{Parts[i]}");
            if (value != ValueProviderResult.None)
            {
                binding.ModelState.SetModelValue($"{name}.{Parts[i]}", value);
                // Nothing else will look at the part by itself, and one that nobody judged would leave the form invalid.
                binding.ModelState[$"{name}.{Parts[i]}"]!.ValidationState = ModelValidationState.Valid;
            }
            typed[i] = value.FirstValue?.Trim() ?? "";
        }

        if (typed.All(t => t.Length == 0)) return Task.CompletedTask;
        var missing = Enumerable.Range(0, 3).Where(i => typed[i].Length == 0).ToList();
        if (missing.Count > 0)
            return Refuse(
                binding, $"must include a {string.Join(" and ", missing.Select(i => Parts[i].ToLowerInvariant()))}", [.. missing]);
        if (!Number(typed[2], out var year) || year > 9999) return Refuse(binding, "must be a real date", 2);
        if (year < 1000) return Refuse(binding, "must have a year with 4 numbers", 2);
        if (!Month(typed[1], out var month)) return Refuse(binding, "must be a real date", 1);
        if (!Number(typed[0], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Refuse(binding, "must be a real date", 0);
        return Done(binding, new DateOnly(year, month, day));
    }

    /// <summary>The boxes a refused date should mark; none when the whole date is wrong (in the past, after the end).</summary>
    public static DateParts WrongParts(ModelStateDictionary state, string name) =>
        Parts.Select((part, i) => IsWrong(state, name, part) ? (DateParts)(1 << i) : DateParts.None)
            .Aggregate(DateParts.None, (all, one) => all | one);

    /// <summary>The id an error about this name should lead to: the first wrong box of a date, otherwise the field itself.</summary>
    public static string FirstWrongField(ModelStateDictionary state, string name)
    {
        if (Parts.FirstOrDefault(part => IsWrong(state, name, part)) is { } wrong) return $"{FieldId.Of(name)}-{wrong.ToLowerInvariant()}";
        return state.ContainsKey($"{name}.Day") ? $"{FieldId.Of(name)}-day" : FieldId.Of(name);
    }

    private static bool IsWrong(ModelStateDictionary state, string name, string part) =>
        state.TryGetValue($"{name}.{part}", out var entry) && entry.ValidationState == ModelValidationState.Invalid;

    private static bool Number(string typed, out int number) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool Month(string typed, out int month) =>
        Number(typed, out month) ? month is >= 1 and <= 12 : Months.TryRead(typed.TrimEnd('.'), out month);

    private static Task Done(ModelBindingContext binding, DateOnly day)
    {
        binding.Result = ModelBindingResult.Success(day);
        return Task.CompletedTask;
    }

    private static Task Refuse(ModelBindingContext binding, string sentence, params int[] wrong)
    {
        binding.ModelState.TryAddModelError(binding.ModelName, $"{binding.ModelMetadata.GetDisplayName()} {sentence}");
        foreach (var i in wrong) binding.ModelState[$"{binding.ModelName}.{Parts[i]}"]?.ValidationState = ModelValidationState.Invalid;
        return Task.CompletedTask;
    }
}
