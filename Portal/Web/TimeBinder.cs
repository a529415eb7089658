using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>Binds a <see cref="TimeOnly"/> from what people type: "14:00", "2pm", "9.30". An empty box is null.</summary>
public sealed class TimeBinder : IModelBinder
{
    private static readonly string[] Times =
        ["H:mm", "HH:mm", "H.mm", "HHmm", "h:mmtt", "h:mm tt", "htt", "h tt", "h.mmtt", "h.mm tt"];

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var typed = binding.ValueProvider.GetValue(binding.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, typed);
        var text = typed.FirstValue?.Trim();
        // A result even for nothing, as of money: else the form would be invalid without a word.
        if (string.IsNullOrEmpty(text)) binding.Result = ModelBindingResult.Success(null);
        else if (TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            binding.Result = ModelBindingResult.Success(time);
        else
            binding.ModelState.TryAddModelError(
                binding.ModelName, $"{binding.ModelMetadata.GetDisplayName()} must be a time of day, for example 14:00");
        return Task.CompletedTask;
    }
}
