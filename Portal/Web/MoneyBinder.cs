using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>Binds <see cref="Money"/> from what people type or paste: "1200", "£1,200.50". An empty box binds nothing.</summary>
public sealed class MoneyBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var typed = binding.ValueProvider.GetValue(binding.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue)) return Task.CompletedTask;
        if (Money.TryParse(typed.FirstValue, out var money)) binding.Result = ModelBindingResult.Success(money);
        else binding.ModelState.TryAddModelError(binding.ModelName, $"{binding.ModelMetadata.GetDisplayName()} must be an amount of money, like 1200 or £1,200.50");
        return Task.CompletedTask;
    }
}
