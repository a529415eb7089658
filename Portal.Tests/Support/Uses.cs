using System.Reflection;
using System.Reflection.Emit;

namespace Portal.Tests.Support;

/// <summary>
/// Every type that a type names: in its inheritance, attributes, members and the bodies of its methods. What an
/// <see cref="Domain.Id{T}"/> points to is not named by it: an id may be kept without knowing the row.
/// </summary>
public static class Uses
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic;
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(o => o.Value);

    /// <summary>What the type and everything nested in it use, generic arguments and elements of arrays included.</summary>
    public static HashSet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var each in Within(type)) AddDeclaration(each, found);
        return found;
    }

    /// <summary>The members that the type's own methods name, for example the methods they call.</summary>
    public static IEnumerable<MemberInfo> MembersNamedBy(Type type) =>
        Within(type).SelectMany(t => t.GetMembers(Declared)).OfType<MethodBase>().SelectMany(Named);

    /// <summary>The type at the top of a nest; of a compiler's closure or state machine, the class it was written in.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type> Within(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(Within).Prepend(type);

    private static void AddDeclaration(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        foreach (var each in type.GetInterfaces()) Add(each, found);
        AddAttributes(type, found);
        foreach (var member in type.GetMembers(Declared))
        {
            AddAttributes(member, found);
            AddMember(member, found);
            if (member is not MethodBase method) continue;
            foreach (var parameter in method.GetParameters())
                foreach (var each in parameter.CustomAttributes) Add(each.AttributeType, found);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(local.LocalType, found);
            foreach (var named in Named(method)) AddMember(named, found);
        }
    }

    private static void AddMember(MemberInfo member, HashSet<Type> found)
    {
        Add(member as Type ?? member.DeclaringType, found);
        switch (member)
        {
            case FieldInfo field: Add(field.FieldType, found); break;
            case PropertyInfo property: Add(property.PropertyType, found); break;
            case MethodBase method:
                if (method is MethodInfo { ReturnType: var answer }) Add(answer, found);
                foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, found);
                if (method.IsGenericMethod) foreach (var argument in method.GetGenericArguments()) Add(argument, found);
                break;
        }
    }

    private static void AddAttributes(MemberInfo member, HashSet<Type> found)
    {
        foreach (var attribute in member.CustomAttributes)
        {
            Add(attribute.AttributeType, found);
            foreach (var argument in attribute.ConstructorArguments) Add(argument.Value as Type ?? argument.ArgumentType, found);
        }
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType) { Add(type.GetElementType(), found); return; }
        if (!found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type) && !type.IsGenericType) return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(global::Portal.Domain.Id<>)) return;
        foreach (var argument in type.GetGenericArguments()) Add(argument, found);
    }

    private static IEnumerable<MemberInfo> Named(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
