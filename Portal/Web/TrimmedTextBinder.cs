using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>Text without the spaces around it; nothing but spaces is null. Passwords are left exactly as typed (<see cref="PortalBinders"/>).</summary>
public sealed class TrimmedTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var value = binding.ValueProvider.GetValue(binding.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, value);
        var text = value.FirstValue?.Trim();
        binding.Result = ModelBindingResult.Success(string.IsNullOrEmpty(text) ? null : text);
        return Task.CompletedTask;
    }
}
