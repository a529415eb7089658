namespace Portal.Components.GovUk;

/// <summary>Main: one a page. Secondary: everything else. Warning: hard to undo. Inverse: on a dark ground.</summary>
public enum ButtonLook
{
    Main,
    Secondary,
    Warning,
    Inverse,
}
