"""What import-linter has no words for: each generated package belongs to the room of the same name."""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Namesake(Contract):
    """Children of one package are imported by their namesakes in another alone, and by themselves.

    It finds both by looking, so that nobody lists them.

    Attributes:
        imported: The package whose children are imported.
        importers: The package that has their namesakes.
    """

    type_name = "namesake"
    imported = fields.StringField()
    importers = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import of every child."""
        found = []
        for child in sorted(graph.find_children(str(self.imported))):
            owners = (child, f"{self.importers}.{child.rpartition('.')[2]}")
            for module in sorted({child, *graph.find_descendants(child)}):
                for importer in sorted(graph.find_modules_that_directly_import(module)):
                    if not f"{importer}.".startswith(tuple(f"{each}." for each in owners)):
                        lines = graph.get_import_details(importer=importer, imported=module)
                        found.append((importer, module, [each["line_number"] for each in lines]))
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print who imports what is not its own."""
        for importer, module, lines in check.metadata["found"]:
            output.print_error(f"- {importer} -> {module} (l.{', '.join(map(str, lines))})")
            output.new_line()
