using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web;

/// <summary>
/// Text without the spaces around it, nor control characters, which come with what is pasted and which PostgreSQL cannot
/// keep; nothing but spaces is null. Passwords are left exactly as typed (<see cref="PortalBinders"/>).
/// </summary>
public sealed class TrimmedTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var value = binding.ValueProvider.GetValue(binding.ModelName);
        if (value == ValueProviderResult.None) return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, value);
        var text = Visible(value.FirstValue ?? "").Trim();
        binding.Result = ModelBindingResult.Success(text.Length == 0 ? null : text);
        return Task.CompletedTask;
    }

    private static string Visible(string text) => text.Any(IsNoText) ? string.Concat(text.Where(letter => !IsNoText(letter))) : text;

    private static bool IsNoText(char letter) => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t');
}
