using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Emit.Templates;
using Scriban;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>An engine that records which branches of its templates were rendered: both outcomes of each condition, and the body of each loop.</summary>
internal sealed class BranchCoverage : TemplateEngine
{
    private readonly ConcurrentDictionary<string, bool> _isRendered = new(StringComparer.Ordinal);

    public IEnumerable<string> Missing => _isRendered.Where(static branch => !branch.Value).Select(static branch => branch.Key).Order(StringComparer.Ordinal);

    protected override Template Parse(string name)
    {
        var template = base.Parse(name);
        new BranchVisitor((node, branch) => Marker(name + ", line " + (node.Span.Start.Line + 1) + ", " + branch)).Visit(template.Page);
        return template;
    }

    private MarkerStatement Marker(string branch)
    {
        _isRendered.TryAdd(branch, false);
        return new MarkerStatement(() => _isRendered[branch] = true);
    }

    private sealed class BranchVisitor(Func<ScriptNode, string, ScriptStatement> mark) : ScriptVisitor
    {
        public override void Visit(ScriptIfStatement? node)
        {
            base.Visit(node);
            var condition = "if " + node!.Condition;
            node.Then!.Statements.Insert(0, mark(node, condition));
            if (node.Else is not ScriptIfStatement)
            {
                node.Else ??= new ScriptElseStatement { Body = new ScriptBlockStatement() };
                ((ScriptElseStatement)node.Else).Body!.Statements.Insert(0, mark(node, condition + ": else"));
            }
        }

        public override void Visit(ScriptForStatement? node)
        {
            base.Visit(node);
            node!.Body!.Statements.Insert(0, mark(node, "for " + node.Variable + " in " + node.Iterator));
        }
    }

    private sealed class MarkerStatement(Action render) : ScriptStatement
    {
        public override object? Evaluate(TemplateContext context)
        {
            render();
            return null;
        }

        public override void PrintTo(ScriptPrinter printer)
        {
        }
    }
}
