using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.Components.GovUk;
using Portal.Web;

namespace Portal.Tests.Web;

public class BindingADay
{
    private sealed class Form
    {
        [Display(Name = "Start date")] public DateOnly? StartsOn { get; set; }
    }

    [Theory]
    [InlineData("6", "12", "2016")]
    [InlineData("06", "Dec", "2016")]
    [InlineData(" 6 ", "december", "2016")]
    public async Task Reads_a_day_as_people_type_it(string day, string month, string year)
    {
        var (result, _) = await Bind(day, month, year);
        Assert.Equal(new DateOnly(2016, 12, 6), result.Model);
    }

    [Theory, InlineData("Sep"), InlineData("SEPT"), InlineData("sept."), InlineData("September")]
    public async Task Reads_a_month_in_every_spelling(string month)
    {
        var (result, _) = await Bind("6", month, "2016");
        Assert.Equal(new DateOnly(2016, 9, 6), result.Model);
    }

    [Theory]
    [InlineData("31", "4", "2026", "Start date must be a real date", DateParts.Day)]
    [InlineData("1", "13", "2026", "Start date must be a real date", DateParts.Month)]
    [InlineData("1", "1", "soon", "Start date must be a real date", DateParts.Year)]
    [InlineData("1", "1", "26", "Start date must have a year with 4 numbers", DateParts.Year)]
    [InlineData("1", "", "2026", "Start date must include a month", DateParts.Month)]
    [InlineData("", "", "2026", "Start date must include a day and month", DateParts.Day | DateParts.Month)]
    [InlineData("-1", "1", "2026", "Start date must be a real date", DateParts.Day)]
    public async Task Says_what_is_wrong_and_where(string day, string month, string year, string sentence, DateParts wrong)
    {
        var (result, state) = await Bind(day, month, year);
        Assert.False(result.IsModelSet);
        Assert.Equal(sentence, Assert.Single(state["StartsOn"]!.Errors).ErrorMessage);
        Assert.Equal(wrong, DayBinder.WrongParts(state, "StartsOn"));
        Assert.Equal(day, state["StartsOn.Day"]!.AttemptedValue);
    }

    [Fact]
    public async Task Leaves_three_empty_boxes_to_Required()
    {
        var (result, state) = await Bind("", "", " ");
        Assert.False(result.IsModelSet);
        Assert.Equal(0, state.ErrorCount);
    }

    [Fact]
    public async Task Leads_from_the_error_summary_to_the_first_wrong_box()
    {
        var (_, state) = await Bind("1", "", "");
        Assert.Equal("StartsOn-month", DayBinder.FirstWrongField(state, "StartsOn"));
    }

    private static async Task<(ModelBindingResult Result, ModelStateDictionary State)> Bind(string day, string month, string year)
    {
        var typed = new FormCollection(new Dictionary<string, StringValues>
        {
            ["StartsOn.Day"] = day, ["StartsOn.Month"] = month, ["StartsOn.Year"] = year
        });
        var services = new ServiceCollection().AddLogging();
        services.AddMvcCore().AddDataAnnotations();
        await using var built = services.BuildServiceProvider();
        var metadata = built.GetRequiredService<IModelMetadataProvider>().GetMetadataForProperty(typeof(Form), nameof(Form.StartsOn));
        var binding = DefaultModelBindingContext.CreateBindingContext(
            new ActionContext { HttpContext = new DefaultHttpContext() },
            new FormValueProvider(BindingSource.Form, typed, CultureInfo.InvariantCulture), metadata, new BindingInfo(), "StartsOn");
        await new DayBinder().BindModelAsync(binding);
        return (binding.Result, binding.ModelState);
    }
}
