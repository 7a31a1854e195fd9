// SPDX-FileCopyrightText: Teate contributors
// SPDX-License-Identifier: Apache-2.0
package org.teate.rules;

/**
 * The age class of a child in a benefit month（年齢区分）, in order of age.
 *
 * <p>The letter stands for the class in stored text and never changes.
 */
public enum AgeClass implements Labelled {
    /** Through the month of the third birthday（三歳未満）. */
    UNDER_THREE("三歳未満", 'I'),
    /** Then to the end of primary school（三歳以上小学校修了前）. */
    PRIMARY("三歳以上小学校修了前", 'P'),
    /** Then to the end of junior high school（小学校修了後中学校修了前）. */
    JUNIOR_HIGH("小学校修了後中学校修了前", 'J'),
    /** Then to the 31 March after the eighteenth birthday（十八歳到達後最初の三月三十一日まで）. */
    HIGH_SCHOOL("中学校修了後十八歳年度末まで", 'H'),
    /** Then to the 31 March after the twenty-second birthday（大学生年代）: counted at most, never paid. */
    COLLEGE("十八歳年度末後二十二歳年度末まで", 'U');

    private final String label;
    private final char letter;

    AgeClass(String label, char letter) {
        this.label = label;
        this.letter = letter;
    }

    @Override
    public String label() {
        return label;
    }

    char letter() {
        return letter;
    }
}
