package io.armature.testing

import com.sun.source.tree.ClassTree
import com.sun.source.tree.CompilationUnitTree
import com.sun.source.tree.MethodTree
import com.sun.source.tree.Tree
import com.sun.source.util.JavacTask
import com.sun.source.util.SourcePositions
import com.sun.source.util.TreeScanner
import com.sun.source.util.Trees
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider

/** The Java sources of one module, and what is too long in them. */
@CompileStatic
final class Sources {
    static final int CLASS_LINES = 400
    static final int METHOD_LINES = 60
    static final int CONSTRUCTOR_PARAMETERS = 7

    private final List<Path> files

    Sources(Path folder) {
        files = Files.exists(folder) ? Files.walk(folder).filter { Path it -> "$it".endsWith('.java') }.sorted().toList() : []
    }

    /** Packages without a package-info.java that says @NullMarked. */
    List<String> unmarked() {
        files*.parent.unique().findAll { Path folder ->
            Path info = folder.resolve('package-info.java')
            !Files.exists(info) || !Files.readString(info).contains('@NullMarked')
        }.collect { it as String }
    }

    /** Classes, methods and constructors past the limits, as sentences. */
    List<String> oversized() {
        if (files.empty) {
            return []
        }
        def compiler = ToolProvider.systemJavaCompiler
        def units = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files)
        def task = (JavacTask) compiler.getTask(null, null, null, ['-proc:none'], null, units)
        def positions = Trees.instance(task).sourcePositions
        task.parse().collectMany { CompilationUnitTree unit ->
            def limits = new Limits(unit, positions)
            limits.scan(unit, null)
            limits.problems
        }
    }

    private static final class Limits extends TreeScanner<Void, Void> {
        final List<String> problems = []
        private final CompilationUnitTree unit
        private final SourcePositions positions
        private final Deque<ClassTree> owners = new ArrayDeque<>()

        Limits(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit
            this.positions = positions
        }

        @Override
        Void visitClass(ClassTree type, Void nothing) {
            limit("class ${type.simpleName}", lines(type), CLASS_LINES, 'lines')
            owners.push(type)
            super.visitClass(type, nothing)
            owners.pop()
            null
        }

        @Override
        Void visitMethod(MethodTree method, Void nothing) {
            String name = "${owners.peek().simpleName}.${method.name}"
            limit(name, lines(method), METHOD_LINES, 'lines')
            if (method.returnType == null && owners.peek().kind != Tree.Kind.RECORD) {
                limit(name, method.parameters.size(), CONSTRUCTOR_PARAMETERS, 'parameters')
            }
            super.visitMethod(method, nothing)
        }

        private void limit(String name, long size, int most, String unitOfSize) {
            if (size > most) {
                problems << "$name has $size $unitOfSize, $most at most".toString()
            }
        }

        private long lines(Tree tree) {
            def map = unit.lineMap
            map.getLineNumber(positions.getEndPosition(unit, tree)) - map.getLineNumber(positions.getStartPosition(unit, tree)) + 1
        }
    }
}
