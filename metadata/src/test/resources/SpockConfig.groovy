import io.armature.testing.Slow

if (Boolean.getBoolean('armature.fast')) {
    runner { exclude Slow }
}
