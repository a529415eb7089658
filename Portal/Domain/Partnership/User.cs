namespace Portal.Domain;

/// <summary>A person who signs in. Only a name for keys: how they sign in is kept by the data and security rooms.</summary>
public abstract class User;
