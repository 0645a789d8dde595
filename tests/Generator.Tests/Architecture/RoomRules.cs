using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.Tests.Architecture;

/// <summary>
/// Reads the sources of a project whose folders are rooms, those inside others included, and finds each place where a file names a type of a room that
/// it may not know. Names are compared as text; a name that several rooms declare counts for none of them.
/// </summary>
internal static class RoomRules
{
    /// <summary>The room of files that stand in no folder.</summary>
    public const string Root = "(root)";

    /// <param name="files">Path below the project and text of each source file.</param>
    /// <param name="mayKnow">The rooms that each room may name types of, besides its own.</param>
    public static IReadOnlyList<string> Violations(IEnumerable<(string Path, string Text)> files, IReadOnlyDictionary<string, string[]> mayKnow)
    {
        var sources = files.Select(static file => (file.Path, Room: RoomOf(file.Path), Tree: CSharpSyntaxTree.ParseText(file.Text).GetRoot())).ToList();
        var unknown = sources.Select(static source => source.Room).Distinct().Where(room => !mayKnow.ContainsKey(room)).Order(StringComparer.Ordinal);
        var rooms = Declarations(sources.Select(static source => (source.Room, source.Tree)));
        return
        [
            .. unknown.Select(static room => "The room '" + room + "' has no rule."),
            .. sources.SelectMany(source => Names(source.Tree)
                .Where(name => rooms.TryGetValue(name, out var room) && room != source.Room && mayKnow.TryGetValue(source.Room, out var known) && !known.Contains(room))
                .Distinct()
                .Select(name => source.Path + " names " + name + " of " + rooms[name])),
        ];
    }

    private static string RoomOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : Root;

    private static Dictionary<string, string> Declarations(IEnumerable<(string Room, SyntaxNode Tree)> sources) => sources
        .SelectMany(static source => source.Tree.DescendantNodes()
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            // A nested type is reached through the type around it.
            .Where(static node => node.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
            .Select(node => (Name: node is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)node).Identifier.Text, source.Room)))
        .Distinct()
        .GroupBy(static declaration => declaration.Name, StringComparer.Ordinal)
        .Where(static group => group.Count() == 1)
        .ToDictionary(static group => group.Key, static group => group.Single().Room, StringComparer.Ordinal);

    /// <summary>Names that may stand for types: not those behind a dot, which are members, and not those that a file declares itself.</summary>
    private static IEnumerable<string> Names(SyntaxNode tree) => tree.DescendantNodes(descendIntoTrivia: false)
        .OfType<SimpleNameSyntax>()
        .Where(static name => !IsMember(name) && name.Parent is not NameColonSyntax and not NameEqualsSyntax and not BaseNamespaceDeclarationSyntax)
        .Where(static name => !name.Ancestors().Any(static a => a is UsingDirectiveSyntax))
        .Where(static name => !name.Ancestors().Any(static a => a is ExpressionColonSyntax))
        .Where(static name => !IsHidden(name))
        .Select(static name => name.Identifier.Text);

    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name && qualified.Left is not AliasQualifiedNameSyntax && IsTypeName(qualified.Left),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
        _ => false,
    };

    // Namespaces are lower rooms too (Model.Shape): only a dot behind a type makes a member.
    private static bool IsTypeName(NameSyntax left) => left is GenericNameSyntax;

    /// <summary>A property or field of the same name around it, as in <c>Endpoint Endpoint</c>: then the name is the member unless it stands where only types can.</summary>
    private static bool IsHidden(SimpleNameSyntax name) => !StandsForType(name) && name.Ancestors().OfType<TypeDeclarationSyntax>().Any(type =>
        type.Members.Any(member => member switch
        {
            PropertyDeclarationSyntax property => property.Identifier.Text == name.Identifier.Text,
            FieldDeclarationSyntax field => field.Declaration.Variables.Any(variable => variable.Identifier.Text == name.Identifier.Text),
            MethodDeclarationSyntax method => method.Identifier.Text == name.Identifier.Text,
            _ => false,
        })
        || (type.ParameterList?.Parameters.Any(parameter => parameter.Identifier.Text == name.Identifier.Text) ?? false));

    private static bool StandsForType(SimpleNameSyntax name) => name.Parent switch
    {
        VariableDeclarationSyntax declaration => declaration.Type == name,
        ParameterSyntax or ObjectCreationExpressionSyntax or BaseTypeSyntax or TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax
            or CastExpressionSyntax or DeclarationPatternSyntax or RecursivePatternSyntax or TypeOfExpressionSyntax or RefTypeSyntax => true,
        PropertyDeclarationSyntax property => property.Type == name,
        MethodDeclarationSyntax method => method.ReturnType == name,
        _ => false,
    };
}
