package org.peekplatform.core.descriptor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a script, by Flyway's rules for versioned migrations.
 *
 * @param vendor {@code h2}, {@code postgresql}, or empty for every database
 * @param version its numbers without trailing zeros: {@code V1__} and {@code V1.0__} are the same version
 */
public record MigrationFile(String vendor, List<BigInteger> version) implements Comparable<MigrationFile> {
    public static final String FOLDER = "db/migration/";
    private static final Pattern NAME = Pattern.compile(FOLDER
            + "(?:(h2|postgresql)/)?V([0-9]{1,18}(?:[._][0-9]{1,18}){0,5})__[A-Za-z0-9][A-Za-z0-9_.-]{0,100}\\.sql");

    public MigrationFile {
        version = List.copyOf(version);
    }

    /** Empty when the entry name is no script's. */
    public static Optional<MigrationFile> parse(String entry) {
        Matcher name = NAME.matcher(entry);
        return name.matches()
                ? Optional.of(new MigrationFile(name.group(1) == null ? "" : name.group(1), numbers(name.group(2))))
                : Optional.empty();
    }

    private static List<BigInteger> numbers(String version) {
        List<BigInteger> numbers = new ArrayList<>(
                Arrays.stream(version.split("[._]")).map(BigInteger::new).toList());
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return numbers;
    }

    /** Both would be run on the same database. */
    public boolean meets(MigrationFile other) {
        return vendor.isEmpty() || other.vendor.isEmpty() || vendor.equals(other.vendor);
    }

    @Override
    public int compareTo(MigrationFile other) {
        for (int i = 0; i < Math.max(version.size(), other.version.size()); i++) {
            int difference = number(i).compareTo(other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return vendor.compareTo(other.vendor);
    }

    private BigInteger number(int index) {
        return index < version.size() ? version.get(index) : BigInteger.ZERO;
    }
}
