using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>
/// Binds <see cref="Money"/> from what people type or paste: "1200", "£1,200.50". An empty box is null; what can be
/// read two ways is refused.
/// </summary>
public sealed class MoneyBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var typed = binding.ValueProvider.GetValue(binding.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, typed);
        // A result even for nothing: what was typed and then not bound is never validated, and would leave the form invalid without a word.
        if (string.IsNullOrWhiteSpace(typed.FirstValue)) binding.Result = ModelBindingResult.Success(null);
        else if (Money.TryParse(typed.FirstValue, out var money)) binding.Result = ModelBindingResult.Success(money);
        else
            binding.ModelState.TryAddModelError(
                binding.ModelName, $"{binding.ModelMetadata.GetDisplayName()} must be an amount of money, like 1200 or £1,200.50"
                    + (typed.FirstValue.Contains(',') ? ". A comma stands before three digits, pence after a full stop" : ""));
        return Task.CompletedTask;
    }
}
